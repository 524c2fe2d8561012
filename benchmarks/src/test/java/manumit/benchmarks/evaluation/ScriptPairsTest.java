package manumit.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import manumit.benchmarks.evaluation.ScriptPairs.Source;
import manumit.benchmarks.evaluation.ScriptPairs.Twin;
import org.junit.jupiter.api.Test;

class ScriptPairsTest {

    private static final Source GREEK =
            new Source(
                    "greek",
                    "invented",
                    List.of(
                            new Twin("Maria", "Μαρία"),
                            new Twin("María", "Μαρία"),
                            new Twin("Eleni", "Ελένη"),
                            new Twin("Stavros", "Σταύρος")));

    @Test
    void scriptIsThatOfTheFirstLetter() {
        assertThat(ScriptPairs.script("Μαρία")).isEqualTo("GREEK");
        assertThat(ScriptPairs.script("1. Иван")).isEqualTo("CYRILLIC");
        assertThat(ScriptPairs.script("Łukasz")).isEqualTo("LATIN");
        assertThat(ScriptPairs.script("123")).isEqualTo("LATIN");
    }

    @Test
    void aNameIsNotMixedWithAnotherSpellingOfItself() {
        List<LabelledPair> pairs = ScriptPairs.pairs(GREEK, 1);
        assertThat(pairs).filteredOn(LabelledPair::same).hasSize(4);
        Set<String> mixed = new HashSet<>();
        pairs.stream()
                .filter(p -> !p.same())
                .forEach(p -> mixed.add(p.leftNames().getFirst() + p.rightNames().getFirst()));
        assertThat(mixed)
                .contains("EleniΜαρία", "MaríaΕλένη")
                .doesNotContain("MariaΜαρία", "MaríaΜαρία");
    }

    @Test
    void oneTokenInFiveIsHeldOut() {
        long heldOut =
                java.util.stream.IntStream.range(0, 10_000)
                        .filter(i -> ScriptPairs.isHeldOut("token" + i))
                        .count();
        assertThat(heldOut).isBetween(1_900L, 2_100L);
        assertThat(ScriptPairs.isHeldOut("MARIA")).isEqualTo(ScriptPairs.isHeldOut("maria"));
    }
}
