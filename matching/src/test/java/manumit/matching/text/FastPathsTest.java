package manumit.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Shortcuts for common letters give what the long way gives. Left out is what Unicode has not
/// assigned: three such code points between Greek letters pass {@link TextNormaliser} as they are.
class FastPathsTest {

    @Test
    void everyCharacterIsOfItsUnicodeScript() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            Script expected =
                    switch (UnicodeScript.of(c)) {
                        case LATIN -> Script.LATIN;
                        case CYRILLIC -> Script.CYRILLIC;
                        case GREEK -> Script.GREEK;
                        case ARABIC -> Script.ARABIC;
                        case HEBREW -> Script.HEBREW;
                        case HAN -> Script.HAN;
                        case HIRAGANA, KATAKANA -> Script.KANA;
                        case HANGUL -> Script.HANGUL;
                        case DEVANAGARI -> Script.DEVANAGARI;
                        case GEORGIAN -> Script.GEORGIAN;
                        case ARMENIAN -> Script.ARMENIAN;
                        default -> Script.OTHER;
                    };
            if (Script.of(c) != expected && Character.isLetter(c) && c != 0x30FC) {
                assertThat(Script.of(c)).as("U+%04X", c).isEqualTo(expected);
            }
        }
    }

    @Test
    void everyCharacterIsNormalisedAndStrippedOfItsSigns() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String s = assigned(String.valueOf(c));
            if (!TextNormaliser.normalise(s).equals(TextNormaliser.slowly(s))
                    || !TextNormaliser.composed(s).equals(Normalizer.normalize(s, Form.NFKC))
                    || !Romaniser.Latin.letters(s).equals(Romaniser.Latin.slowly(s))) {
                assertThat(s).as("U+%04X", (int) c).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @Seeds(2000)
    void anyTextIsNormalisedAndStrippedOfItsSigns(Seed seed) {
        RandomText texts = new RandomText(seed.random().nextLong());
        for (int i = 0; i < 10; i++) {
            String text = assigned(texts.next(12));
            String as = RandomText.escaped(text);
            assertThat(TextNormaliser.normalise(text))
                    .as(as)
                    .isEqualTo(TextNormaliser.slowly(text));
            assertThat(TextNormaliser.composed(text))
                    .as(as)
                    .isEqualTo(Normalizer.normalize(text, Form.NFKC));
            String lower = text.toLowerCase(Locale.ROOT);
            assertThat(Romaniser.Latin.letters(lower))
                    .as(as)
                    .isEqualTo(Romaniser.Latin.slowly(lower));
        }
    }

    private static String assigned(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(Character::isDefined).forEach(out::appendCodePoint);
        return out.toString();
    }
}
