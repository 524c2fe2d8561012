package manumit.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliasPairsTest {

    @TempDir Path folder;

    @Test
    void organisationsAreNotPeople() throws IOException {
        assertThat(pairs().stream().flatMap(p -> p.leftNames().stream()))
                .noneMatch(name -> name.contains("TRADING"));
    }

    @Test
    void negativesAreMainNamesOfOthersInTheSameHalf() throws IOException {
        List<LabelledPair> pairs = pairs();
        Set<String> development = mainNames(pairs, true);
        Set<String> test = mainNames(pairs, false);
        assertThat(development).isNotEmpty().doesNotContainAnyElementsOf(test);
        assertThat(test).isNotEmpty();
        assertThat(pairs)
                .allMatch(p ->
                        (p.development() ? development : test).contains(p.rightNames().getFirst()));
    }

    @Test
    void sharingNegativesShareATokenAndDifferInOthers() throws IOException {
        List<LabelledPair> sharing =
                pairs().stream().filter(p -> p.kind().equals("share")).toList();
        assertThat(sharing).isNotEmpty();
        for (LabelledPair pair : sharing) {
            PlainName left = PlainName.of(pair.leftNames().getFirst());
            PlainName right = PlainName.of(pair.rightNames().getFirst());
            assertThat(left.tokens()).containsAnyElementsOf(right.tokens());
            assertThat(left.sortedText()).isNotEqualTo(right.sortedText());
        }
    }

    @Test
    void theSameSeedGivesTheSamePairs() throws IOException {
        assertThat(pairs()).isEqualTo(pairs());
    }

    @Test
    void unrelatedAliasesAreNotReachable() {
        assertThat(reachable("Khalid Yusuf", "Khaled Yousef")).isTrue();
        assertThat(reachable("The Accountant", "Khaled Yousef")).isFalse();
        assertThat(reachable("Khaled", "Khaled Yousef")).isFalse();
    }

    private static boolean reachable(String left, String right) {
        return PlainName.reachable(PlainName.of(left), PlainName.of(right));
    }

    private static Set<String> mainNames(List<LabelledPair> pairs, boolean development) {
        return pairs.stream()
                .filter(p -> p.same() && p.development() == development)
                .map(p -> p.rightNames().getFirst())
                .collect(Collectors.toSet());
    }

    private List<LabelledPair> pairs() throws IOException {
        return AliasPairs.read(LabelledData.write(folder), 1);
    }
}
