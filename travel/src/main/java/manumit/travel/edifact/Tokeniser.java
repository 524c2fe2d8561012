package manumit.travel.edifact;

/// Cuts bytes into segments, elements and components, one segment a call. Strict about service
/// characters; knows nothing of what segments mean.
///
/// Line ends are dropped wherever they stand, as folding puts them into tags and values. Released
/// characters are resolved from left to right in the same pass, so that `??'` ends a segment.
final class Tokeniser {

    /// The end of the segment is not in the bytes given.
    static final int INCOMPLETE = -1;

    /// Bytes that may be needed behind `UN` to tell whether an interchange or message begins.
    private static final int LOOK_AHEAD = 48;

    // Kinds of bytes.
    private static final byte PLAIN = 0;
    private static final byte COMPONENT = 1;
    private static final byte ELEMENT = 2;
    private static final byte RELEASE = 3;
    private static final byte TERMINATOR = 4;
    private static final byte LINE_END = 5;
    private static final byte LETTER_U = 6;

    private final ServiceCharacters characters;
    private final byte[] kinds = new byte[256];

    private boolean unterminated;
    private boolean typographic;
    private int lineEnds;

    Tokeniser(ServiceCharacters characters) {
        this.characters = characters;
        kinds['U'] = LETTER_U;
        kinds['\r'] = LINE_END;
        kinds['\n'] = LINE_END;
        kinds[characters.component() & 0xff] = COMPONENT;
        kinds[characters.element() & 0xff] = ELEMENT;
        if (characters.release() != ServiceCharacters.NONE) {
            kinds[characters.release() & 0xff] = RELEASE;
        }
        kinds[characters.terminator() & 0xff] = TERMINATOR;
    }

    ServiceCharacters characters() {
        return characters;
    }

    /// Whether the last segment ended without terminator: at the end of all, or where an
    /// interchange or message begins inside it.
    boolean unterminated() {
        return unterminated;
    }

    /// Whether the last segment ended with a curly quotation mark at the end of a line.
    boolean typographic() {
        return typographic;
    }

    /// Line feeds inside the last segment, its terminator included.
    int lineEnds() {
        return lineEnds;
    }

    /// Reads the segment at the cursor, which stays there, into `tokens`.
    ///
    /// @param base index of the message's first byte
    /// @return index of the first byte behind the segment, or {@link #INCOMPLETE}; then `tokens` is
    ///   as before
    int scan(Tokens tokens, Cursor cursor, int base) {
        byte[] bytes = cursor.bytes();
        int from = cursor.at();
        int to = cursor.to();
        boolean last = cursor.last();
        int line = cursor.line();
        int count = tokens.segments();
        unterminated = false;
        typographic = false;
        lineEnds = 0;
        tokens.openSegment();
        int run = from;
        int i = from;
        while (i < to) {
            byte kind = kinds[bytes[i] & 0xff];
            if (kind == PLAIN) {
                i++;
                continue;
            }
            switch (kind) {
                case ELEMENT -> {
                    tokens.append(bytes, run, i);
                    tokens.openElement();
                    run = ++i;
                }
                case COMPONENT -> {
                    tokens.append(bytes, run, i);
                    tokens.openComponent();
                    run = ++i;
                }
                case TERMINATOR -> {
                    tokens.append(bytes, run, i);
                    tokens.closeSegment(from - base, i - base, line);
                    return i + 1;
                }
                case RELEASE -> {
                    tokens.append(bytes, run, i);
                    run = behindLineEnds(bytes, i + 1, to);
                    i = run + 1;
                    if (run >= to && last) {
                        run = to;
                    }
                }
                case LINE_END -> {
                    int quote = last || to - i > LOOK_AHEAD ? curlyQuote(bytes, run, i, to) : 0;
                    tokens.append(bytes, run, i - quote);
                    if (quote > 0) {
                        typographic = true;
                        tokens.closeSegment(from - base, i - quote - base, line);
                        return i;
                    }
                    lineEnds += bytes[i] == '\n' ? 1 : 0;
                    run = ++i;
                }
                case LETTER_U -> {
                    if (i > from && i + 1 < to && bytes[i + 1] == 'N') {
                        if (!last && to - i < LOOK_AHEAD) {
                            tokens.dropSegmentsFrom(count);
                            return INCOMPLETE;
                        }
                        if (startsHere(bytes, i, to)) {
                            tokens.append(bytes, run, i);
                            tokens.closeSegment(from - base, i - base, line);
                            unterminated = true;
                            return i;
                        }
                    }
                    i++;
                }
                default -> i++;
            }
        }
        if (!last) {
            tokens.dropSegmentsFrom(count);
            return INCOMPLETE;
        }
        tokens.append(bytes, Math.min(run, to), to);
        tokens.closeSegment(from - base, to - base, line);
        unterminated = true;
        return to;
    }

    private int behindLineEnds(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && kinds[bytes[i] & 0xff] == LINE_END) {
            lineEnds += bytes[i] == '\n' ? 1 : 0;
            i++;
        }
        return i;
    }

    /// Length of the curly quotation mark (windows-1252 or UTF-8) before a line end, if a segment
    /// begins on the next line; else 0. Word processors make them of plain ones.
    private int curlyQuote(byte[] bytes, int run, int at, int to) {
        int length = 0;
        if (at - run >= 1 && bytes[at - 1] == (byte) 0x92) {
            length = 1;
        } else if (at - run >= 3
                && bytes[at - 3] == (byte) 0xe2
                && bytes[at - 2] == (byte) 0x80
                && bytes[at - 1] == (byte) 0x99) {
            length = 3;
        }
        if (length == 0 || characters.terminator() != '\'') {
            return 0;
        }
        int next = at;
        while (next < to && (bytes[next] & 0xff) <= ' ') {
            next++;
        }
        return beginsSegment(bytes, next, to) ? length : 0;
    }

    /// Whether three capital letters and a separator or terminator stand here.
    boolean beginsSegment(byte[] bytes, int at, int to) {
        if (at + 3 >= to
                || !isCapital(bytes[at])
                || !isCapital(bytes[at + 1])
                || !isCapital(bytes[at + 2])) {
            return false;
        }
        byte kind = kinds[bytes[at + 3] & 0xff];
        return kind == ELEMENT || kind == TERMINATOR;
    }

    /// Whether an interchange or message begins at `UN`, whatever came before.
    private boolean startsHere(byte[] bytes, int at, int to) {
        return at + 2 < to
                && switch (bytes[at + 2]) {
                    case 'A' -> Starts.unaLength(bytes, at, to) > 0;
                    // Inside a segment only as it is always written: not KUNB:ANNA, a person.
                    case 'B' ->
                            Starts.isUnb(bytes, at, to)
                                    && bytes[at + 3] == characters.element()
                                    && bytes[at + 8] == characters.component();
                    case 'H' -> Starts.isUnh(bytes, at, to, characters);
                    default -> false;
                };
    }

    private static boolean isCapital(byte b) {
        return b >= 'A' && b <= 'Z';
    }
}
