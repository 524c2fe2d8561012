package manumit.travel.edifact;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Texts of one to three capitals, digits and marks, one object each: tags, qualifiers, codes of
/// countries and airports. Messages repeat them endlessly, and so do those who keep what was read.
///
/// Thread-safe: a race costs a second object. At most some 12 MiB, if an input held all of them.
final class ShortTexts {

    private static final int LONGEST = 3;

    /// Characters from blank to underscore: 64, so six bits each. As a text ends in no blank, one
    /// of less than three characters is filled up with blanks.
    private static final char FIRST = ' ';

    private static final char LAST = '_';
    private static final int BITS = 6;

    private static final @Nullable String[] TEXTS = new String[1 << (LONGEST * BITS)];

    private ShortTexts() {}

    /// The text, which neither begins nor ends with a blank; null if it is none of these.
    static @Nullable String find(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return null;
        }
        int packed = 0;
        for (int i = from; i < from + LONGEST; i++) {
            int character = i < to ? bytes[i] : FIRST;
            if (character < FIRST || character > LAST) {
                return null;
            }
            packed = (packed << BITS) | (character - FIRST);
        }
        String text = TEXTS[packed];
        if (text == null) {
            text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
            TEXTS[packed] = text;
        }
        return text;
    }
}
