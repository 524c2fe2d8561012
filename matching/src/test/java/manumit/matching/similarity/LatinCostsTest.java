package manumit.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// Shortcuts and bounds change no value.
class LatinCostsTest {

    @ParameterizedTest
    @Seeds(500)
    void theCostIsThatOfTheWholeTable(Seed seed) {
        Random random = seed.random();
        LatinCosts costs = LatinCosts.shared();
        for (int i = 0; i < 20; i++) {
            byte[] a = letters(random);
            byte[] b = random.nextInt(3) == 0 ? letters(random) : slipped(a, random);
            int exact = PlainSimilarity.cost(a, b);
            assertThat(costs.cost(a, b, LatinCosts.UNLIMITED)).isEqualTo(exact);
            assertThat(LatinCosts.leastCost(a, costs.reach(b))).isLessThanOrEqualTo(exact);
            assertThat(LatinCosts.leastCost(b, costs.reach(a))).isLessThanOrEqualTo(exact);
            int limit = 1 + random.nextInt(6000);
            int limited = costs.cost(a, b, limit);
            if (exact < limit) {
                assertThat(limited).isEqualTo(exact);
            } else {
                assertThat(limited).isGreaterThanOrEqualTo(limit);
            }
        }
    }

    @ParameterizedTest
    @Seeds(1000)
    void similarityIsThatOfTheFormula(Seed seed) {
        Random random = seed.random();
        for (int i = 0; i < 20; i++) {
            Part a = Part.of(PartTest.latin(random));
            Part b =
                    Part.of(
                            random.nextInt(3) == 0
                                    ? PartTest.latin(random)
                                    : slipped(a.written(), random));
            double exact = PlainSimilarity.between(a, b);
            assertThat(PartSimilarity.between(a, b)).isEqualTo(exact);
            double floor = random.nextInt(11) / 10.0;
            double floored = PartSimilarity.between(a, b, floor);
            if (exact >= floor) {
                assertThat(floored).as("%s floor %s", seed, floor).isEqualTo(exact);
            } else {
                assertThat(floored).as("%s floor %s", seed, floor).isLessThan(floor);
            }
        }
    }

    private static byte[] letters(Random random) {
        // Few letters, so that swaps and misread pairs are met.
        String some = random.nextBoolean() ? "rnmaeso" : Letters.LATIN;
        StringBuilder letters = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            letters.append(some.charAt(random.nextInt(some.length())));
        }
        return LatinCosts.encode(letters.toString());
    }

    private static byte[] slipped(byte[] codes, Random random) {
        StringBuilder letters = new StringBuilder();
        for (byte code : codes) {
            letters.append(Letters.LATIN.charAt(code));
        }
        return LatinCosts.encode(slipped(letters.toString(), random));
    }

    private static String slipped(String s, Random random) {
        if (s.length() < 2) {
            return s + "a";
        }
        int at = random.nextInt(s.length() - 1);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(6)) {
            case 0 -> s.substring(0, at) + letter + s.substring(at);
            case 1 -> s.substring(0, at) + letter + s.substring(at + 1);
            case 2 -> s.substring(0, at) + s.charAt(at + 1) + s.charAt(at) + s.substring(at + 2);
            case 3 -> s.replace("rn", "m");
            case 4 -> s.replace("m", "rn");
            default -> s.substring(0, s.length() - 1) + "ao".charAt(random.nextInt(2));
        };
    }
}
