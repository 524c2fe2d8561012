package manumit.travel.edifact;

/// Tells where interchanges and messages begin in bytes that may hold anything else.
final class Starts {

    /// Behind `UNA` come six characters, perhaps five, and perhaps line ends and blanks.
    private static final int UNA_MOST = 3 + 6 + 6;

    private static final int REFERENCE_MOST = 14;

    private Starts() {}

    /// Length of a service string up to the `UNB` that follows it; 0 if there is none here. Names
    /// hold the letters too (`OUNADOU:OGUNBIRA`): what follows must be a header.
    static int unaLength(byte[] bytes, int at, int to) {
        if (!is(bytes, at, to, 'A')) {
            return 0;
        }
        for (int i = at + 3 + 5; i <= at + UNA_MOST; i++) {
            if (isUnb(bytes, i, to)) {
                return i - at;
            }
        }
        return 0;
    }

    /// `UNB`, a separator, four letters, a separator: `UNB+UNOA:`.
    static boolean isUnb(byte[] bytes, int at, int to) {
        return is(bytes, at, to, 'B')
                && at + 8 < to
                && isSeparator(bytes[at + 3])
                && isCapitals(bytes, at + 4, 4)
                && isSeparator(bytes[at + 8]);
    }

    /// `UNH`, a reference, a message type of six letters: `UNH+1+PAXLST:`.
    static boolean isUnh(byte[] bytes, int at, int to, ServiceCharacters characters) {
        if (!is(bytes, at, to, 'H') || at + 3 >= to || bytes[at + 3] != characters.element()) {
            return false;
        }
        for (int i = at + 4; i <= at + 4 + REFERENCE_MOST && i + 7 < to; i++) {
            if (bytes[i] == characters.element()) {
                return isCapitals(bytes, i + 1, 6) && bytes[i + 7] == characters.component();
            }
        }
        return false;
    }

    /// The first place from which an interchange or a bare message begins; `to` if there is none.
    static int find(byte[] bytes, int from, int to) {
        for (int i = from; i + 2 < to; i++) {
            if (bytes[i] == 'U'
                    && bytes[i + 1] == 'N'
                    && (unaLength(bytes, i, to) > 0
                            || isUnb(bytes, i, to)
                            || isUnh(bytes, i, to, ServiceCharacters.DEFAULT))) {
                return i;
            }
        }
        return to;
    }

    private static boolean is(byte[] bytes, int at, int to, char third) {
        return at + 2 < to && bytes[at] == 'U' && bytes[at + 1] == 'N' && bytes[at + 2] == third;
    }

    private static boolean isSeparator(byte b) {
        return b != ' '
                && !(b >= '0' && b <= '9')
                && !(b >= 'A' && b <= 'Z')
                && !(b >= 'a' && b <= 'z');
    }

    private static boolean isCapitals(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (bytes[i] < 'A' || bytes[i] > 'Z') {
                return false;
            }
        }
        return true;
    }
}
