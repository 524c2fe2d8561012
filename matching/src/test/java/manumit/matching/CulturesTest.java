package manumit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// One name against one name, by naming culture: the tables under `src/test/resources/cultures`,
/// written to be read and extended by people who know the names.
///
/// `same`: side by side the two reach `possible`. `different`: they do not. People are invented.
class CulturesTest {

    private static final List<String> CULTURES =
            List.of(
                    "01-arabic",
                    "02-persian",
                    "03-turkish",
                    "04-russian",
                    "05-ukrainian",
                    "06-georgian",
                    "07-armenian",
                    "08-greek",
                    "09-hebrew",
                    "10-chinese",
                    "11-korean",
                    "12-japanese",
                    "13-vietnamese",
                    "14-indian",
                    "15-west-african",
                    "16-spanish",
                    "17-portuguese",
                    "18-german",
                    "19-dutch",
                    "20-scandinavian",
                    "21-english",
                    "22-any");

    private static final int MIN_ROWS = 8;

    private static final Matcher MATCHER = Matcher.current();

    @TestFactory
    Stream<DynamicNode> namesOf() {
        return CULTURES.stream()
                .map(culture ->
                        DynamicContainer.dynamicContainer(
                                culture, table(culture).rows().stream().map(CulturesTest::caseOf)));
    }

    /// Cases a reader would decide otherwise. They are kept failing on purpose: once one passes, it
    /// moves to the table of its culture.
    @TestFactory
    Stream<DynamicNode> knownGaps() {
        return table("known-gaps").rows().stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.toString(),
                                () ->
                                        assertThat(verdict(row))
                                                .as("a known gap is closed: move the row")
                                                .isNotEqualTo(row.cell("expected"))));
    }

    @Test
    void everyCultureHasCasesForAndAgainst() {
        assertThat(CULTURES)
                .allSatisfy(culture -> {
                    List<TextTable.Row> rows = table(culture).rows();
                    assertThat(rows).hasSizeGreaterThanOrEqualTo(MIN_ROWS);
                    assertThat(rows)
                            .extracting(row -> row.cell("expected"))
                            .containsOnly("same", "different");
                });
    }

    private static DynamicTest caseOf(TextTable.Row row) {
        return DynamicTest.dynamicTest(
                row.toString(),
                () ->
                        assertThat(verdict(row))
                                .as(() -> row + explained(row))
                                .isEqualTo(row.cell("expected")));
    }

    private static String verdict(TextTable.Row row) {
        return compare(row).band().atLeast(Band.POSSIBLE) ? "same" : "different";
    }

    private static Comparison compare(TextTable.Row row) {
        return MATCHER.compare(person(row.cell("left")), person(row.cell("right")));
    }

    private static Particulars person(String name) {
        return Particulars.builder().kind(EntityKind.PERSON).name(name).build();
    }

    private static String explained(TextTable.Row row) {
        Comparison comparison = compare(row);
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, "%n%.1f bits", comparison.bits()));
        for (Evidence piece : comparison.evidence()) {
            if (piece.bits() != 0) {
                out.append(
                        String.format(
                                Locale.ROOT,
                                "; %s %s %s/%s %.1f",
                                piece.field().code(),
                                piece.outcome().code(),
                                piece.query(),
                                piece.record(),
                                piece.bits()));
            }
        }
        return out.toString();
    }

    private static TextTable table(String name) {
        String file = "/cultures/" + name + ".txt";
        try (InputStream in = CulturesTest.class.getResourceAsStream(file)) {
            return TextTable.of(
                    new String(
                            Objects.requireNonNull(in, file).readAllBytes(),
                            StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
