package manumit.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormaliserTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    \\uFEE3\\uFEA4\\uFEE4\\uFEAA | \\u0645\\u062D\\u0645\\u062F | presentation forms
                    \\u0645\\u064F\\u062D\\u064E\\u0645\\u0651\\u062F | \\u0645\\u062D\\u0645\\u062F | vowel signs
                    \\u0645\\u0640\\u0640\\u062D | \\u0645\\u062D | tatweel
                    \\u06A9\\u0631\\u06CC\\u0645 | \\u0643\\u0631\\u064A\\u0645 | Persian kaf and ya
                    \\u0627\\u0653\\u0645 | \\u0622\\u0645 | alef and madda compose
                    \\u202BSara\\u202C\\u200F | Sara | bidirectional marks
                    Sa\\u200Bra\\uFEFF | Sara | zero width
                    O\\u2019Brien | O'Brien | apostrophe
                    \\u05D2\\u05F3\\u05D5\\u05DF | \\u05D2'\\u05D5\\u05DF | geresh
                    Anne\\u2010Marie | Anne-Marie | hyphen
                    \\uFF33\\uFF41\\uFF52\\uFF41 | Sara | full width
                    Zoe\\u0308 | Zo\\u00EB | composition
                    \\u0661\\u06F2 | 12 | digits
                    \\uFB01nn | finn | ligature
                    a\\u00B4b | a'b | spacing acute
                    a\\uD800b | ab | lone surrogate
                    """)
    void bringsWritingsOfTheSameTextTogether(String raw, String expected, String what) {
        assertThat(TextNormaliser.normalise(unescape(raw))).as(what).isEqualTo(unescape(expected));
    }

    static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    @Test
    void whiteSpaceCollapses() {
        assertThat(TextNormaliser.normalise("  Anna \t\n Bell\u00A0 ")).isEqualTo("Anna Bell");
        assertThat(TextNormaliser.normalise("   ")).isEmpty();
        assertThat(TextNormaliser.normalise("")).isEmpty();
    }

    @Test
    void plainTextIsReturnedAsIs() {
        String text = "Anna Bell";
        assertThat(TextNormaliser.normalise(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isIdempotentAndBounded(long seed) {
        RandomText random = new RandomText(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = random.next(30);
            String once = TextNormaliser.normalise(text);
            assertThat(TextNormaliser.normalise(once))
                    .as("seed %d, text %s", seed, RandomText.escaped(text))
                    .isEqualTo(once);
            assertThat(once.length()).isLessThanOrEqualTo(TextNormaliser.MAX_LENGTH);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u0301\u0316", "\uFDFA", "\u200F", "\uD800", " ", "\u0627\u0653"})
    void hostileLengthTakesNoTime(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        Assertions.assertThatCode(() ->
                        org.junit.jupiter.api.Assertions.assertTimeout(
                                Duration.ofSeconds(2),
                                () -> {
                                    String once = TextNormaliser.normalise(text);
                                    assertThat(TextNormaliser.normalise(once)).isEqualTo(once);
                                }))
                .doesNotThrowAnyException();
    }
}
