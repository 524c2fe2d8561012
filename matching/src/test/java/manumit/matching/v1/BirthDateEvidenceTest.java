package manumit.matching.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import manumit.matching.BirthDate;
import manumit.matching.Outcome;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BirthDateEvidenceTest {

    static Stream<Arguments> pairs() {
        return TextTable.arguments(
                """
                query      | record     | outcome      | bits | why
                1964-02-17 | 1964-02-17 | AGREE        | 11   | the same day
                1964-01-01 | 1964-01-01 | AGREE        | 7    | 1 January stands for "some day of the year"
                1964-02-07 | 1964-07-02 | NEAR         | 8    | day and month swapped
                1964-02-17 | 1964-02-11 | NEAR         | 3    | one digit
                1964-02-17 | 1974-02-17 | NEAR         | 3.5  | one digit of the year
                1964-02-17 | 1965-02-17 | NEAR         | 3.5  | a year off, day and month the same
                1946-02-17 | 1964-02-17 | NEAR         | 2.5  | digits of the year exchanged
                1964-02-17 | 1964-01-01 | NEAR         | 1.8  | one side knew only the year
                1964-02-17 | 1964-11-17 | NEAR         | 0    | same year and day
                1964-02-17 | 1964-11-28 | CONTRADICTED | -2   | same year only
                1964-02-17 | 1964       | AGREE        | 3.2  | one side knows only the year
                1964-02    | 1964-02-17 | AGREE        | 5    | one side knows only the month
                1964-03    | 1964-02-17 | CONTRADICTED | -1.5 | another month
                c. 1965    | 1964-02-17 | NEAR         | 2    | within two years of about
                1960/1970  | 1964       | NEAR         | 2    | within a range
                1965       | 1964-02-17 | NEAR         | -0.5 | a year off, one side vague
                1965-11-02 | 1964-02-17 | CONTRADICTED | -1.5 | a year off
                1961-11-02 | 1964-02-17 | CONTRADICTED | -4   | three years off
                1971-11-02 | 1964-02-17 | CONTRADICTED | -5.5 | seven years off
                1980-11-02 | 1964-02-17 | CONTRADICTED | -7.5 | sixteen years off
                1999-11-02 | 1964-02-17 | CONTRADICTED | -9   | another generation
                """);
    }

    @ParameterizedTest(name = "{4}")
    @MethodSource("pairs")
    void datesAreGradedEvidence(
            String query, String record, Outcome outcome, double bits, String why) {
        BirthDateEvidence evidence = BirthDateEvidence.of(dates(query), dates(record));

        assertThat(evidence.bits()).as(why).isEqualTo(bits);
        assertThat(evidence.outcome()).as(why).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{4}")
    @MethodSource("pairs")
    void theWeightIsTheSameFromBothSides(
            String query, String record, Outcome outcome, double bits, String why) {
        assertThat(BirthDateEvidence.of(dates(record), dates(query)).bits())
                .isEqualTo(BirthDateEvidence.of(dates(query), dates(record)).bits());
    }

    @Test
    void aMissingDateSaysNothing() {
        BirthDateEvidence evidence = BirthDateEvidence.of(List.of(), dates("1964-02-17"));

        assertThat(evidence.outcome()).isEqualTo(Outcome.OMITTED);
        assertThat(evidence.bits()).isZero();
    }

    @Test
    void severalListedDatesMakeAgreementByChanceLikelier() {
        double one = BirthDateEvidence.of(dates("1964-02-17"), dates("1964-02-17")).bits();
        double four =
                BirthDateEvidence.of(
                                dates("1964-02-17"),
                                dates("1959-03-03; 1964-02-17; 1966-08-09; 1971-12-12"))
                        .bits();

        assertThat(four).isEqualTo(one - 1);
    }

    private static List<BirthDate> dates(String text) {
        return Stream.of(text.split("; ", -1)).map(t -> BirthDate.find(t).orElseThrow()).toList();
    }
}
