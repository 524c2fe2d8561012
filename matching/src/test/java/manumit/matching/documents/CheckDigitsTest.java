package manumit.matching.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.TravelDocument;
import manumit.matching.documents.CheckDigits.Verdict;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckDigitsTest {

    /// Numbers from the standards' own examples, or made up to fit the rule.
    static Stream<Arguments> numbers() {
        return TextTable.arguments(
                """
                type         | issuer | number             | verdict | what it is
                NATIONAL_ID  | CN     | 11010519491231002X | HOLDS   | example of GB 11643
                NATIONAL_ID  | CN     | 110105194912310021 | FAILS   | last digit wrong
                NATIONAL_ID  | PL     | 44051401359        | HOLDS   | example of the PESEL register
                NATIONAL_ID  | ES     | 12345678Z          | HOLDS   | the specimen DNI
                NATIONAL_ID  | ES     | 12345678A          | FAILS   | wrong letter
                NATIONAL_ID  | TR     | 10000000146        | HOLDS   | smallest valid number
                NATIONAL_ID  | TR     | 10000000147        | FAILS   | last digit wrong
                NATIONAL_ID  | FR     | 12345678           | NONE    | no rule known
                NATIONAL_ID  | CN     | 1234               | NONE    | old, short number
                REGISTRATION | ZZ     | IMO 9074729        | HOLDS   | example of the IMO
                REGISTRATION | ZZ     | IMO 9074728        | FAILS   | last digit wrong
                PASSPORT     | CN     | E12345678          | NONE    | passports carry theirs outside
                """);
    }

    @ParameterizedTest(name = "{4}")
    @MethodSource("numbers")
    void aNumberIsCheckedByTheRuleOfItsTypeAndIssuer(
            DocumentType type, String issuer, String number, Verdict verdict, String what) {
        assertThat(CheckDigits.verdict(new TravelDocument(type, number, new Country(issuer))))
                .as(what)
                .isEqualTo(verdict);
    }

    @Test
    void theIcaoDigitIsThatOfTheStandardsExamples() {
        // ICAO 9303-3, section 4.9, and the specimen passport of 9303-4.
        assertThat(CheckDigits.icao("520727")).isEqualTo('3');
        assertThat(CheckDigits.icao("AB2134<<<")).isEqualTo('5');
        assertThat(CheckDigits.icao("L898902C3")).isEqualTo('6');
    }

    @Test
    void aSignOutsideTheAlphabetIsNamedByItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckDigits.icao("AB-1"))
                .withMessageContaining("position 3");
    }
}
