package manumit.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import manumit.benchmarks.evaluation.AnalystPairs.Depth;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalystPairsTest {

    @TempDir Path folder;

    @Test
    void birthDatesAreReadAsTheListsWriteThem() {
        String cases =
                """
                1959-09-24                  1959-09-24
                13 May 1965; 1966           1965-05-13, 1966
                EXACT:1959                  1959
                APPROXIMATELY:1965          c. 1965
                circa 1965                  c. 1965
                BETWEEN:1964/1966           1964/1966
                1964 to 1966                1964/1966
                circa 1964-1966             1964/1966
                unknown                     -
                31 Feb 1965                 -
                """;
        for (String line : cases.lines().toList()) {
            String[] cells = line.split(" {2,}", -1);
            String read =
                    AnalystPairs.birthDates(cells[0]).stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
            assertThat(read.isEmpty() ? "-" : read).as(cells[0]).isEqualTo(cells[1].strip());
        }
    }

    @Test
    void lowQualityAliasesAreWeak() {
        assertThat(AnalystPairs.aliases("Oskar Lindgaard [Good] | Ossi [Low] | O. L. |  [Good]"))
                .extracting(name -> name.kind() + " " + name.whole())
                .containsExactly("ALIAS Oskar Lindgaard", "WEAK_ALIAS Ossi", "ALIAS O. L.");
    }

    @Test
    void unsurePairsAndOtherTypesAreLeftOut() throws IOException {
        LabelledData.write(folder);
        assertThat(AnalystPairs.read(folder, "Individual", Depth.WHOLE))
                .extracting(LabelledPair::same)
                .containsExactly(true, false);
        assertThat(AnalystPairs.read(folder, "Entity", Depth.SINGLE_NAMES)).hasSize(2);
    }

    @Test
    void hiddenSpellingTakesEqualNamesAwayInAnyOrder() throws IOException {
        LabelledData.write(folder);
        List<LabelledPair> pairs = AnalystPairs.read(folder, "Individual", Depth.HIDDEN_SPELLING);
        assertThat(pairs.getFirst().rightNames()).containsExactly("Oskar Lindgaard", "Ossi");
        assertThat(pairs.getFirst().leftNames()).containsExactly("LINDGARD, Oskar");
    }

    @Test
    void wholeRecordsHoldNamesDatesAndNationalities() throws IOException {
        LabelledData.write(folder);
        Particulars right = AnalystPairs.read(folder, "Individual", Depth.WHOLE).getFirst().right();
        assertThat(right.names()).hasSize(3);
        assertThat(right.names().getLast().kind()).isEqualTo(NameKind.WEAK_ALIAS);
        assertThat(right.birthDates()).hasSize(1);
        assertThat(right.nationalities()).hasSize(1);
    }
}
