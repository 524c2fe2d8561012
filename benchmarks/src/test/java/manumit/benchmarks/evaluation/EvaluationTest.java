package manumit.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import manumit.matching.Band;
import manumit.matching.Comparison;
import manumit.matching.Matcher;
import manumit.matching.Occasion;
import manumit.matching.Particulars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

    /// Sees only whether the first names have the same tokens.
    private static final Matcher SAME_TOKENS =
            new Matcher() {
                @Override
                public String version() {
                    return "same-tokens";
                }

                @Override
                public Comparison compare(
                        Particulars query, Particulars record, Occasion occasion) {
                    boolean same = tokens(query).equals(tokens(record));
                    return new Comparison(
                            version(),
                            same ? 5 : -5,
                            same ? 0.97 : 0.03,
                            same ? Band.POSSIBLE : Band.NONE,
                            "",
                            "",
                            List.of());
                }

                private Set<String> tokens(Particulars side) {
                    return new TreeSet<>(PlainName.of(side.names().getFirst().whole()).tokens());
                }
            };

    @TempDir Path folder;

    @Test
    void reportIsTheSameEveryTime() throws IOException {
        LabelledData.write(folder);
        Options options = options(EnumSet.of(Section.ALIASES, Section.ANALYST));
        assertThat(report(options)).isEqualTo(report(options)).contains("Lucene fuzzy BM25");
    }

    @Test
    void anotherSeedDrawsOtherNegatives() throws IOException {
        LabelledData.write(folder);
        Options options = options(EnumSet.of(Section.ALIASES));
        assertThat(report(options)).isNotEqualTo(report(options.withSeed(99)));
    }

    @Test
    void absentDataAreSkippedWithANotice() throws IOException {
        String report = report(options(EnumSet.allOf(Section.class)));
        assertThat(report)
                .contains("aliases: skipped", "ofac_alias_pairs.csv", "--data")
                .contains("Invented people, one slip at a time");
    }

    @Test
    void analystsPairsAreCountedAsGiven() throws IOException {
        LabelledData.write(folder);
        assertThat(report(options(EnumSet.of(Section.ANALYST))).lines())
                .anyMatch(line ->
                        line.matches(" *single names +manumit +1 +1 +1\\.000 +5\\.00 +1\\.000.*"));
    }

    @Test
    void jsonHoldsOneTableALine() throws IOException {
        LabelledData.write(folder);
        String report = report(options(EnumSet.of(Section.ANALYST)).withJson(true));
        assertThat(report)
                .startsWith("{\"section\":\"analyst\",\"title\":\"Analysts' pairs: people\"")
                .contains("\"method\":\"manumit\",\"n+\":1,\"n−\":1,\"best F1\":1,\"at\":5")
                .contains("\"F1 pos.\":null");
    }

    @Test
    void dumpHoldsOnlyDevelopmentPairs() throws IOException {
        LabelledData.write(folder);
        Path dump = folder.resolve("dump.jsonl");
        report(options(EnumSet.of(Section.ALIASES)).withDump(dump));
        long development =
                AliasPairs.read(folder, 1).stream().filter(LabelledPair::development).count();
        assertThat(Files.readAllLines(dump, StandardCharsets.UTF_8))
                .hasSize((int) development)
                .allMatch(line -> line.startsWith("{\"set\":\"alias\",\"kind\":"));
    }

    @Test
    void unknownSectionIsNamedWithTheKnownOnes() {
        assertThat(Evaluation.sections("aliases,list"))
                .containsExactlyInAnyOrder(Section.ALIASES, Section.LIST);
        assertThatThrownBy(() -> Evaluation.sections("aliases,dates"))
                .hasMessageContaining("dates")
                .hasMessageContaining("aliases, analyst");
    }

    private Options options(Set<Section> sections) {
        return Options.defaults().withMatcher(SAME_TOKENS).withSections(sections);
    }

    private String report(Options options) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            assertThat(Evaluation.run(folder, out, options)).isZero();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
