package manumit.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {

    /// "12345678901234567890" in ASCII, as in RFC 6238.
    private static final OneTimeSecret RFC =
            OneTimeSecret.ofHex("3132333435363738393031323334353637383930");

    /// RFC 6238, appendix B, SHA-1; its eight digits cut to the last six.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(OneTimeCode.at(RFC, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void secretIsShownInBase32() {
        assertThat(RFC.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void codeOfAClockHalfAMinuteOffIsAcceptedAFurtherOneIsNot() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        for (int steps = -3; steps <= 3; steps++) {
            String code = OneTimeCode.at(RFC, now.plusSeconds(30L * steps));
            assertThat(OneTimeCode.acceptedStep(RFC, code, now, 0).isPresent())
                    .as("%d steps", steps)
                    .isEqualTo(Math.abs(steps) <= 1);
        }
    }

    @Test
    void codeWorksOnce() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String code = OneTimeCode.at(RFC, now);
        long step = OneTimeCode.acceptedStep(RFC, code, now, 0).orElseThrow();
        assertThat(OneTimeCode.acceptedStep(RFC, code, now, step)).isEmpty();
    }
}
