package manumit.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class NumbersTest {

    @Test
    void scoresHaveNineDecimals() {
        assertThat(Numbers.score(0.5)).hasToString("0.500000000");
        assertThat(Numbers.score(0.9999990001)).hasToString("0.999999000");
    }

    @Test
    void scoresNearOneKeepTheirDistance() {
        assertThat(scoreOfBits(40).toPlainString()).startsWith("0.99999999999909");
        assertThat(scoreOfBits(200).toPlainString()).isEqualTo("0.9999999999999999");
        assertThat(scoreOfBits(-40).signum()).isPositive();
    }

    @ParameterizedTest
    @Seeds(200)
    void moreBitsNeverPrintALowerScore(Seed seed) {
        Random random = seed.random();
        double bits = random.nextDouble(-45, 45);
        double more = bits + random.nextDouble(0.02, 3);

        assertThat(scoreOfBits(more)).isGreaterThan(scoreOfBits(bits));
        assertThat(scoreOfBits(more)).isLessThan(BigDecimal.ONE);
    }

    @Test
    void bitsCarryTheirSign() {
        assertThat(Numbers.signedBits(12)).isEqualTo("+12.0");
        assertThat(Numbers.signedBits(-3.04)).isEqualTo(" -3.0");
        assertThat(Numbers.signedBits(-0.01)).isEqualTo(" +0.0");
        assertThat(Numbers.bits(-0.001)).hasToString("0.00");
    }

    private static BigDecimal scoreOfBits(double bits) {
        return Numbers.score(1 / (1 + Math.pow(2, -bits)));
    }
}
