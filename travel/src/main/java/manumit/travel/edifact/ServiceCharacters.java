package manumit.travel.edifact;

import java.nio.charset.StandardCharsets;

/// The characters that give an interchange its structure, as the service string UNA declares them.
///
/// All are single bytes. The decimal mark is not kept: amounts are handed on as written.
///
/// @param component between components of an element
/// @param element between elements of a segment
/// @param release makes the next character a literal; {@link #NONE} where there is none
/// @param terminator ends a segment
/// @param guessed whether UNA was damaged
record ServiceCharacters(int component, int element, int release, int terminator, boolean guessed) {

    static final int NONE = -1;

    /// What holds without UNA.
    static final ServiceCharacters DEFAULT = new ServiceCharacters(':', '+', '?', '\'', false);

    /// Without UNA, where `"` ends the segments, as some host-to-host links do.
    static final ServiceCharacters QUOTED = new ServiceCharacters(':', '+', '?', '"', false);

    /// The habit on teletype lines, whose alphabet lacks `+`, `?` and `'`.
    static final ServiceCharacters TELETYPE = new ServiceCharacters(':', '(', ')', '-', false);

    /// Character set UNOB with its separators that cannot be typed.
    static final ServiceCharacters CONTROL = new ServiceCharacters(0x1f, 0x1d, NONE, 0x1c, false);

    /// Reads what stands between `UNA` and `UNB`: six characters, and perhaps line ends and blanks.
    ///
    /// Five characters are met too (`:+\*'`): then the decimal mark or the reserved blank is
    /// absent.
    static ServiceCharacters ofUna(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && (bytes[end - 1] & 0xff) <= ' ') {
            end--;
        }
        int length = end - from;
        if (length == 6) {
            return of(bytes[from], bytes[from + 1], bytes[from + 3], bytes[from + 5], false);
        }
        if (length == 5) {
            boolean decimalThere = bytes[from + 2] == '.' || bytes[from + 2] == ',';
            int release = bytes[from + (decimalThere ? 3 : 2)];
            return of(bytes[from], bytes[from + 1], release, bytes[from + 4], true);
        }
        return new ServiceCharacters(':', '+', '?', '\'', true);
    }

    private static ServiceCharacters of(
            int component, int element, int release, int terminator, boolean guessed) {
        return new ServiceCharacters(
                component, element, release == ' ' ? NONE : release, terminator, guessed);
    }

    /// What an interchange without UNA uses, told by the byte after `UNB`.
    ///
    /// @param at place of `UNB`
    static ServiceCharacters ofUnb(byte[] bytes, int at, int to) {
        return switch (bytes[at + 3]) {
            case '(' -> TELETYPE;
            case 0x1d -> CONTROL;
            default -> endsInQuotes(bytes, at, to) ? QUOTED : DEFAULT;
        };
    }

    private static boolean endsInQuotes(byte[] bytes, int at, int to) {
        int length = Math.min(to - at, 600);
        String head = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        int quote = head.indexOf('"');
        int plain = head.indexOf('\'');
        if (quote < 0 || (plain >= 0 && plain < quote)) {
            return false;
        }
        String next = head.substring(quote + 1).stripLeading();
        return next.startsWith("UN");
    }
}
