package manumit.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Outcome;
import manumit.matching.Particulars;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceWordsTest {

    private static final Particulars TRAVELLER =
            Particulars.builder()
                    .name(Name.ofParts(NameKind.PRIMARY, "Ivan", "Petrov-Lesnoi"))
                    .build();
    private static final Particulars RECORD =
            Particulars.builder().name("Ivan Sidorovich PETROFF").build();

    private final EvidenceWords words = EvidenceWords.english();

    static Stream<Arguments> sentences() {
        return TextTable.arguments(
                """
                field       | outcome      | query      | record     | words
                ------------|--------------|------------|------------|------
                name        | near         | Petrov     | Petroff    | family name near: Petrov / Petroff
                name        | agree        | IVAN       | IVAN       | same given name: IVAN
                name        | omitted      |            | Sidorovich | name part left out: Sidorovich, only the record has it
                name        | omitted      | Lesnoi     |            | family name left out: Lesnoi, only the traveller has it
                name        | contradicted | Xaver      | Yves       | other name: Xaver / Yves
                birth_date  | agree        | 1964-02-17 | 1964-02-17 | same birth date: 1964-02-17
                birth_date  | near         | 1964-02-07 | 1964-07-02 | birth date with day and month swapped: 1964-02-07 / 1964-07-02
                birth_date  | near         | 1964-02-17 | 1964-02-11 | birth date near: 1964-02-17 / 1964-02-11
                birth_date  | agree        | 1964       | 1964-02-17 | same birth year: 1964 / 1964-02-17
                birth_date  | contradicted | 1964       | 1971       | other birth year: 1964 / 1971
                birth_date  | agree        | 1964       | 1960/1965  | birth dates agree as far as given: 1964 / 1960/1965
                birth_date  | unknown      |            |            | birth date not compared
                nationality | contradicted | UA         | RU         | other nationality: UA / RU
                document    | near         | AB123O     | AB1230     | document near: AB123O / AB1230
                """);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void evidenceIsSaidInWords(
            String field, String outcome, String query, String record, String expected) {
        Evidence evidence =
                new Evidence(
                        Field.valueOf(field.toUpperCase(Locale.ROOT)),
                        Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                        query,
                        record,
                        1);

        assertThat(words.say(evidence, TRAVELLER, RECORD)).isEqualTo(expected);
    }

    @Test
    void everyFieldAndOutcomeHasWords() {
        for (Field field : Field.values()) {
            assertThat(words.field(field)).isNotBlank();
            for (Outcome outcome : Outcome.values()) {
                assertThat(words.outcome(outcome)).isNotBlank();
                Evidence evidence = new Evidence(field, outcome, "", "", 1);
                assertThat(words.say(evidence, TRAVELLER, RECORD)).isNotBlank().doesNotContain("{");
            }
        }
    }

    @Test
    void hostileValuesAreDefused() {
        Evidence evidence = new Evidence(Field.NAME, Outcome.AGREE, "A\u001B[31m", "{one}", 1);

        assertThat(words.say(evidence, TRAVELLER, RECORD)).doesNotContain("\u001B");
    }
}
