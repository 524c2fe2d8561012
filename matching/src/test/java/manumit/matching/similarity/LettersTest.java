package manumit.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import manumit.matching.text.Script;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LettersTest {

    static Stream<Arguments> folds() {
        return TextTable.arguments(
                """
                spelling    | letters
                ------------|---------
                shcherbakov | SCerbakov
                schmidt     | Smidt
                khadija     | Kadija
                fatimah     | fatima
                hassan      | hasan
                youssouf    | yUsUf
                mariya      | maria
                alexander   | aleksander
                philip      | filip
                catherine   | kaTerine
                mueller     | mueler
                dzhamal     | jamal
                """);
    }

    @ParameterizedTest
    @MethodSource("folds")
    void digraphsBecomeOneLetter(String spelling, String letters) {
        assertThat(Letters.latin(spelling)).isEqualTo(letters);
    }

    @Test
    void aUnitOfTwoLettersDoesNotOverrunTheLimit() {
        String atLimit = "ab".repeat(19) + "a" + "shch";
        assertThat(Letters.latin(atLimit)).hasSize(Letters.MAX_LENGTH);
        Part part = Part.of(atLimit);
        assertThat(PartSimilarity.between(part, Part.of(atLimit + "x"))).isGreaterThan(.9);
    }

    @Test
    void otherScriptsKeepTheirLetters() {
        assertThat(Letters.of(Script.ARABIC, "مُحَمَّد")).isEqualTo("محمد");
        assertThat(Letters.of(Script.CYRILLIC, "Їжакевич")).isEqualTo("йижакевич");
        assertThat(Letters.of(Script.HEBREW, "ג'ון")).isEqualTo("ג'ונ");
        assertThat(Letters.of(Script.GREEK, "Γεώργιος")).isEqualTo("γεωργιοσ");
        assertThat(Letters.of(Script.KANA, "しゅんいち")).isEqualTo("SuniCi");
    }
}
