package manumit.matching.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/// Brings text to one form before anything else looks at it. Letters keep their case and script.
///
/// What happens, in this order: compatibility forms become plain letters (NFKC: Arabic presentation
/// forms, full-width Latin, ligatures); bidirectional marks, zero-width characters, Arabic vowel
/// signs, tatweel, Hebrew points, control characters and lone surrogates go; Persian and Arabic
/// variants of ya, kaf and ha become one letter, all digits ASCII; apostrophes (and Hebrew geresh,
/// ayn and hamza signs) become `'`, hyphens and dashes `-`; white space becomes single spaces.
///
/// Idempotent. Bounded: what exceeds {@link #MAX_LENGTH} is cut at a code point.
public final class TextNormaliser {

    /// Longest text read and returned, in UTF-16 units.
    public static final int MAX_LENGTH = 2_000;

    private TextNormaliser() {}

    /// The normal form of a text. Returns the argument itself where nothing changes.
    public static String normalise(String text) {
        return isNormal(text) ? text : slowly(text);
    }

    /// The compatibility-composed form of a text (NFKC), which may have any length. Returns the
    /// argument itself where nothing changes.
    public static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && !isStableLetter(c)) {
                return Normalizer.normalize(text, Form.NFKC);
            }
        }
        return text;
    }

    /// As {@link #normalise}, also for texts that are normal already.
    static String slowly(String text) {
        // Decomposed, so that removing a mark cannot leave two characters that would compose.
        String decomposed = Normalizer.normalize(prepared(cut(text)), Form.NFKD);
        StringBuilder out = new StringBuilder(decomposed.length());
        boolean space = false;
        for (int i = 0; i < decomposed.length(); ) {
            int codePoint = decomposed.codePointAt(i);
            i += Character.charCount(codePoint);
            int mapped = map(codePoint);
            if (mapped == DROP) {
                continue;
            }
            if (mapped == ' ') {
                space = !out.isEmpty();
                continue;
            }
            if (space) {
                out.append(' ');
                space = false;
            }
            out.appendCodePoint(mapped);
        }
        return cut(Normalizer.normalize(out, Form.NFKC)).stripTrailing();
    }

    private static final int DROP = -1;

    /// Characters whose compatibility decomposition begins with a space must be caught before it.
    private static String prepared(String text) {
        return text.indexOf('\u00B4') < 0
                        && text.indexOf('\u1FBD') < 0
                        && text.indexOf('\u1FBF') < 0
                ? text
                : text.replace('\u00B4', '\'').replace('\u1FBD', '\'').replace('\u1FBF', '\'');
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        boolean inPair =
                Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1))
                        && Character.isLowSurrogate(text.charAt(MAX_LENGTH));
        return text.substring(0, inPair ? MAX_LENGTH - 1 : MAX_LENGTH);
    }

    /// Certainly normal already? Only ranges of letters that neither compose nor decompose.
    private static boolean isNormal(String text) {
        int length = text.length();
        if (length > MAX_LENGTH) {
            return false;
        }
        char previous = ' ';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (previous == ' ') {
                    return false;
                }
            } else if (c < 0x7F ? c < ' ' || c == '`' : !isStableLetter(c)) {
                return false;
            }
            previous = c;
        }
        return length == 0 || previous != ' ';
    }

    private static boolean isStableLetter(char c) {
        if (c < 0x530) {
            return (c >= 0xC0
                            && c <= 0x17E
                            && c != 0xD7
                            && c != 0xF7
                            && c != 0x132
                            && c != 0x133
                            && c != 0x13F
                            && c != 0x140
                            && c != 0x149)
                    || c == 0x1A0
                    || c == 0x1A1
                    || c == 0x1AF
                    || c == 0x1B0
                    || (c >= 0x388 && c <= 0x3CE)
                    || (c >= 0x400 && c <= 0x45F && c != 0x450)
                    || (c >= 0x48A && c <= 0x4BF);
        }
        return (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x1EA0 && c <= 0x1EF9)
                || (c >= 0x621 && c <= 0x63A)
                || (c >= 0x641 && c <= 0x64A)
                || (c >= 0x5D0 && c <= 0x5EA)
                || (c >= 0x3041 && c <= 0x3096)
                || (c >= 0x30A1 && c <= 0x30FA)
                || (c >= 0x10D0 && c <= 0x10F5)
                || (c >= 0x561 && c <= 0x586);
    }

    /// What becomes of a decomposed character.
    private static int map(int c) {
        if (c < 0x7F) {
            return c == '`'
                    ? '\''
                    : c >= ' ' ? c : c == '\t' || c == '\n' || c == '\r' ? ' ' : DROP;
        }
        int arabic = c >= 0x600 && c < 0x700 ? mapArabic(c) : c;
        if (arabic != c) {
            return arabic;
        }
        return switch (c) {
            // Quotation marks, primes and modifier letters used as apostrophe, hamza or ayn.
            case 0x2018,
                    0x2019,
                    0x201A,
                    0x201B,
                    0x2032,
                    0x2035,
                    0x02B9,
                    0x02BB,
                    0x02BC,
                    0x02BD,
                    0x02BE,
                    0x02BF,
                    0x02C8,
                    0x02CA,
                    0x02CB,
                    0x05F3,
                    0x055A,
                    0xA78B,
                    0xA78C ->
                    '\'';
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x00AB, 0x00BB, 0x05F4 -> '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x05BE, 0x058A, 0x2043 ->
                    '-';
            // Middle dots between the parts of foreign names in Chinese and Japanese.
            case 0x30FB, 0x2022, 0x2027, 0x0387, 0x16EB, 0x22C5 -> 0x00B7;
            case 0x3001, 0x060C -> ',';
            default -> mapByProperty(c);
        };
    }

    private static int mapByProperty(int c) {
        if (c >= 0x591 && c <= 0x5C7 && Character.getType(c) == Character.NON_SPACING_MARK) {
            return DROP;
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0 && Character.isDigit(c)) {
            return '0' + digit;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.ENCLOSING_MARK ->
                    c == 0x85 ? ' ' : DROP;
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    ' ';
            // Variation selectors, grapheme joiner and fillers.
            default ->
                    (c >= 0xFE00 && c <= 0xFE0F)
                                    || c == 0x034F
                                    || c == 0x115F
                                    || c == 0x1160
                                    || (c >= 0xE0100 && c <= 0xE01EF)
                            ? DROP
                            : c;
        };
    }

    private static int mapArabic(int c) {
        // Vowel signs; madda and hamza above or below (653 to 655) belong to their letter.
        if ((c >= 0x64B && c <= 0x652)
                || (c >= 0x656 && c <= 0x65F)
                || (c >= 0x610 && c <= 0x61A)
                || (c >= 0x6D6 && c <= 0x6ED && c != 0x6D2)
                || c == 0x670
                || c == 0x640) {
            return Character.isLetter(c) && c != 0x640 ? c : DROP;
        }
        return switch (c) {
            case 0x6CC, 0x6CD, 0x6CE -> 0x64A; // Persian, Pashto ya
            case 0x6A9, 0x6AA -> 0x643; // Persian, Sindhi kaf
            case 0x6C1, 0x6D5, 0x6BE -> 0x647; // Urdu, Uyghur ha; Urdu aspirate
            case 0x6C3 -> 0x629; // Urdu ta marbuta
            case 0x671 -> 0x627; // alef wasla
            default -> c;
        };
    }
}
