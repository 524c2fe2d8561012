package manumit.benchmarks.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PerturbationTest {

    @Test
    void slipsWithOneOutcomeAreAsDescribed() {
        String cases =
                """
                LAST_FIRST      Maria del Carmen Ibanez   Ibanez Maria del Carmen
                INITIAL         Oskar Lindgard            O. Lindgard
                DROPPED_MIDDLE  Oskar Emil Lindgard       Oskar Lindgard
                DROPPED_MIDDLE  Oskar Lindgard            -
                JOINED_PARTS    Oskar Lindgard            Oskarlindgard
                INITIAL         Ratna                     -
                CUT_TO_35       Oskar Lindgard            -
                """;
        for (String line : cases.lines().toList()) {
            String[] cells = line.split(" {2,}", -1);
            Optional<String> changed =
                    Perturbation.valueOf(cells[0]).find(cells[1], new SplittableRandom(1));
            assertThat(changed.orElse("-")).as(line).isEqualTo(cells[2].strip());
        }
    }

    @Test
    void theSameSourceGivesTheSameSlip() {
        Population.of(2)
                .people(0, 300)
                .map(p -> p.primary().whole())
                .forEach(name -> {
                    for (Perturbation slip : Perturbation.values()) {
                        assertThat(slip.find(name, new SplittableRandom(4)))
                                .as("%s, seed 4", slip)
                                .isEqualTo(slip.find(name, new SplittableRandom(4)));
                    }
                });
    }

    @Test
    void whatComesOutDiffersAndIsNeverBlank() {
        for (long seed = 0; seed < 300; seed++) {
            String name = Population.of(seed).person(seed).primary().whole();
            for (Perturbation slip : Perturbation.values()) {
                Optional<String> changed = slip.find(name, new SplittableRandom(seed));
                assertThat(changed.stream())
                        .as("%s, seed %d", slip, seed)
                        .allSatisfy(c -> assertThat(c).isNotBlank().isNotEqualTo(name));
            }
        }
    }

    @Test
    void shufflingKeepsTheParts() {
        for (long seed = 0; seed < 100; seed++) {
            String name = "Maria del Carmen Ibanez";
            assertThat(Perturbation.SHUFFLED.find(name, new SplittableRandom(seed)).stream())
                    .as("seed %d", seed)
                    .allSatisfy(changed ->
                            assertThat(changed.split(" ", -1))
                                    .containsExactlyInAnyOrderElementsOf(
                                            Arrays.asList(name.split(" ", -1))));
        }
    }

    @Test
    void aTypoStaysWithinTwoLetters() {
        for (long seed = 0; seed < 300; seed++) {
            Optional<String> changed =
                    Perturbation.TYPO.find("Katarina Lindgard", new SplittableRandom(seed));
            assertThat(changed.stream())
                    .as("seed %d", seed)
                    .allSatisfy(c -> assertThat(c.length()).isBetween(16, 18));
        }
    }
}
