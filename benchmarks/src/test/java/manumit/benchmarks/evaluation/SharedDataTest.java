package manumit.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import manumit.benchmarks.evaluation.AnalystPairs.Depth;
import manumit.benchmarks.evaluation.UnrelatedPeople.Person;
import manumit.benchmarks.evaluation.UnrelatedPeople.Population;
import manumit.matching.Country;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reads the labelled data where they lie beside the repository.
class SharedDataTest {

    private final Path data =
            Path.of(System.getProperty("repository.root", "."), "..", "shared", "data");

    @BeforeEach
    void needsData() {
        assumeTrue(Files.isDirectory(data), "skipped: no ../shared/data beside the repository");
    }

    @Test
    void analystsPairsAreAllRead() throws IOException {
        List<LabelledPair> pairs = AnalystPairs.read(data, "Individual", Depth.WHOLE);
        assertThat(pairs).filteredOn(LabelledPair::same).hasSize(242);
        assertThat(pairs).filteredOn(p -> !p.same()).hasSize(394);
        assertThat(pairs).filteredOn(p -> !p.left().birthDates().isEmpty()).hasSizeGreaterThan(600);
    }

    @Test
    void threeFifthsOfTheAliasesAreForDevelopment() throws IOException {
        List<LabelledPair> positives =
                AliasPairs.read(data, 1).stream().filter(LabelledPair::same).toList();
        double development =
                (double) positives.stream().filter(LabelledPair::development).count()
                        / positives.size();
        assertThat(positives).hasSizeGreaterThan(9_000);
        assertThat(development).isBetween(0.57, 0.63);
    }

    @Test
    void moreUnrelatedPeopleBeginWithTheFewer() throws IOException {
        UnrelatedPeople people = new UnrelatedPeople(data, List.of(new Country("AF")));
        for (Population population : Population.values()) {
            List<Person> few = people.draw(population, 20, 3);
            assertThat(people.draw(population, 50, 3).subList(0, 20)).isEqualTo(few);
        }
    }
}
