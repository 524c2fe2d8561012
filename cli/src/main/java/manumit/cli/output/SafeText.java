package manumit.cli.output;

/// Text from lists and travellers made safe for a terminal.
public final class SafeText {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /// The text without anything that could steer the terminal: control characters become U+FFFD,
    /// direction marks vanish. Text that runs from right to left is isolated, so that it does not
    /// drag its surroundings with it.
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 2);
        boolean rightToLeft = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isDirectionMark(c)) {
                continue;
            }
            safe.appendCodePoint(isControl(c) ? REPLACEMENT : c);
            byte direction = Character.getDirectionality(c);
            rightToLeft |=
                    direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        }
        return rightToLeft ? FIRST_STRONG_ISOLATE + safe.toString() + POP_ISOLATE : safe.toString();
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isDirectionMark(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }
}
