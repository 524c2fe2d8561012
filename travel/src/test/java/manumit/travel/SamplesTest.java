package manumit.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import manumit.testkit.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Invented messages, with everything that is read from them.
class SamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"passengers", "close-out", "progressive", "bookings"})
    void everythingIsReadAsReviewed(String sample) {
        byte[] bytes = Reading.sample(sample + ".edi");
        Golden.assertMatches(sample + ".txt", Dump.of(Reading.of(bytes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"passengers", "close-out", "progressive", "bookings"})
    void foldingAtAnyWidthChangesNothingThatIsSaid(String sample) {
        byte[] bytes = Reading.sample(sample + ".edi");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("UNB");
        String expected = said(text);
        for (int width = 9; width < 80; width++) {
            StringBuilder folded = new StringBuilder(text.substring(0, start + 12));
            String rest = text.substring(start + 12).replace("\n", "");
            for (int i = 0; i < rest.length(); i += width) {
                folded.append("\r\n").append(rest, i, Math.min(rest.length(), i + width));
            }
            assertThat(said(folded.toString())).as("width " + width).isEqualTo(expected);
        }
    }

    /// Without places and written segments, which folding changes.
    private static String said(String input) {
        return Dump.of(Reading.of(input))
                .replaceAll("(?m)^ *(place|segment|verbatim|written|otherBookings): .*\n", "")
                .replaceAll(" at segment \\d+, line \\d+, byte \\d+", "");
    }
}
