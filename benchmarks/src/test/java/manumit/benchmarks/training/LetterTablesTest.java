package manumit.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import manumit.benchmarks.training.LetterCostTrainer.Learned;
import manumit.benchmarks.training.LetterCostTrainer.Pair;
import manumit.benchmarks.training.LetterCostTrainer.Shape;
import manumit.benchmarks.training.LetterCostTrainer.Unit;
import manumit.testkit.NeedsSharedData;
import manumit.testkit.SharedData;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;

class LetterTablesTest {

    private static final Path COMMITTED =
            SharedData.repositoryRoot()
                    .resolve("matching/src/main/resources/manumit/matching/similarity");

    @Test
    @Slow
    @NeedsSharedData("names/wikidata_arabic_train.tsv")
    void trainingAgainGivesTheCommittedTables() throws IOException {
        Map<String, String> tables = LetterTables.generate(SharedData.orSkip("names"));
        for (Map.Entry<String, String> table : tables.entrySet()) {
            assertThat(table.getValue())
                    .as("%s is stale: run LetterTables all NAMES OUT", table.getKey())
                    .isEqualTo(committed(table.getKey()));
        }
    }

    @Test
    @Slow
    @NeedsSharedData("names/wikidata_arabic_train.tsv")
    void countingAgainGivesTheCommittedRarities() throws IOException {
        assertThat(RarityTable.generate(SharedData.orSkip("names")))
                .as("rarity.tsv is stale: run RarityTable NAMES FILE")
                .isEqualTo(committed("rarity.tsv"));
    }

    @Test
    void lettersThatStandForEachOtherAreLearned() {
        Learned learned =
                LetterCostTrainer.train(
                        List.of(
                                new Pair("mira", "мира", 1),
                                new Pair("rima", "рима", 1),
                                new Pair("amir", "амир", 1),
                                new Pair("mari", "мари", 1),
                                new Pair("ira", "ира", 1)),
                        new Shape(1, 1, 2, 4, 1));
        assertThat(bits(learned, "m", "м")).isGreaterThan(1.5);
        assertThat(bits(learned, "m", "а")).isLessThan(0);
        assertThat(learned.dropped()).isZero();
    }

    private static double bits(Learned learned, String left, String right) {
        return learned.units().stream()
                .filter(unit -> unit.left().equals(left) && unit.right().equals(right))
                .mapToDouble(Unit::bits)
                .findFirst()
                .orElseThrow();
    }

    private static String committed(String name) throws IOException {
        return Files.readString(COMMITTED.resolve(name), StandardCharsets.UTF_8);
    }
}
