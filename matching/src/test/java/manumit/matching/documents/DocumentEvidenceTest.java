package manumit.matching.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.Outcome;
import manumit.matching.TravelDocument;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentEvidenceTest {

    static Stream<Arguments> pairs() {
        return TextTable.arguments(
                """
                query          | record         | outcome      | at least | at most
                AB1234567      | AB1234567      | AGREE        | 28       | 28
                ab 123-4567    | AB1234567      | AGREE        | 28       | 28
                AB1234567 FR   | AB1234567 FR   | AGREE        | 29       | 30
                AB12345678 FR  | AB12345678 FR  | AGREE        | 32       | 32
                AO1234567 FR   | A01234567 FR   | NEAR         | 23       | 24
                SI1234567      | 511234567      | NEAR         | 22       | 22
                AB1234567 FR   | AB1234567 BE   | NEAR         | 4        | 4
                AB1234567 FR   | AB1234568 FR   | CONTRADICTED | -0.5     | -0.5
                AB1234567      | AB1234568      | UNKNOWN      | 0        | 0
                12345          | 12345          | AGREE        | 16       | 17
                123            | 123            | UNKNOWN      | 0        | 0
                ١٢٣٤٥٦٧٨       | 12345678       | AGREE        | 26       | 27
                L898902C36     | L898902C3      | AGREE        | 28       | 28
                """);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void numbersAreComparedByWhatEyesAndReadersConfuse(
            String query, String record, Outcome outcome, double atLeast, double atMost) {
        DocumentEvidence evidence =
                DocumentEvidence.of(List.of(passport(query)), List.of(passport(record)));

        assertThat(evidence.outcome()).isEqualTo(outcome);
        assertThat(evidence.bits()).isBetween(atLeast, atMost);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whateverCountsAsTheSameOrConfusedSharesAKey(
            String query, String record, Outcome outcome, double atLeast, double atMost) {
        boolean isFound = outcome == Outcome.AGREE || outcome == Outcome.NEAR;

        boolean shares =
                DocumentKeys.of(List.of(passport(query))).stream()
                        .anyMatch(DocumentKeys.of(List.of(passport(record)))::contains);

        assertThat(shares).isEqualTo(isFound);
    }

    @Test
    void aFailedCheckDigitTakesConfidenceAway() {
        TravelDocument wrong =
                new TravelDocument(DocumentType.NATIONAL_ID, "44051401350", new Country("PL"));
        TravelDocument right =
                new TravelDocument(DocumentType.NATIONAL_ID, "44051401359", new Country("PL"));

        assertThat(CheckDigits.verdict(wrong)).isEqualTo(CheckDigits.Verdict.FAILS);
        assertThat(CheckDigits.verdict(right)).isEqualTo(CheckDigits.Verdict.HOLDS);
        assertThat(DocumentEvidence.of(List.of(wrong), List.of(wrong)).bits())
                .isLessThan(DocumentEvidence.of(List.of(right), List.of(right)).bits());
    }

    @Test
    void theBestOfSeveralDocumentsCounts() {
        DocumentEvidence evidence =
                DocumentEvidence.of(
                        List.of(passport("X0000001 FR"), passport("AB1234567 FR")),
                        List.of(passport("AB1234567 FR"), passport("Y0000002 FR")));

        assertThat(evidence.outcome()).isEqualTo(Outcome.AGREE);
    }

    @Test
    void numbersNeverShowInText() {
        assertThat(passport("AB1234567 FR").toString()).doesNotContain("1234567");
        assertThat(DocumentNumber.of("AB1234567").toString()).doesNotContain("1234567");
        assertThat(
                        DocumentEvidence.of(
                                List.of(passport("AB1234567")), List.of(passport("AB1234567"))))
                .hasToString("DocumentEvidence[AGREE, 28.0]");
    }

    /// `AB1234567 FR` is the number AB1234567 of France.
    private static TravelDocument passport(String written) {
        int space = written.lastIndexOf(' ');
        boolean hasIssuer = space == written.length() - 3 && space > 0;
        return new TravelDocument(
                DocumentType.PASSPORT,
                hasIssuer ? written.substring(0, space) : written,
                hasIssuer ? new Country(written.substring(space + 1)) : Country.UNKNOWN);
    }
}
