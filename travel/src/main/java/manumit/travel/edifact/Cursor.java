package manumit.travel.edifact;

import java.io.IOException;
import manumit.travel.warnings.Place;

/// How far an input has been read, and what of it is in memory.
///
/// Places in the input are counted in bytes from its start; `at`, `to` and what {@link #index}
/// gives are indices into {@link #bytes} and hold until more is read.
final class Cursor {

    private final Window window;
    private int at;
    private int line = 1;

    Cursor(Window window) {
        this.window = window;
    }

    byte[] bytes() {
        return window.bytes();
    }

    /// The next byte to look at.
    int at() {
        return at;
    }

    /// Its line, from 1.
    int line() {
        return line;
    }

    /// End of the bytes in memory.
    int to() {
        return window.to();
    }

    /// Whether the input ends with them.
    boolean last() {
        return window.last();
    }

    /// Where in the input the next byte stands.
    long offset() {
        return offset(at);
    }

    long offset(int index) {
        return window.offset() + index;
    }

    int index(long offset) {
        return (int) (offset - window.offset());
    }

    /// The next byte as a place outside any message.
    Place place() {
        return new Place(0, offset(), line);
    }

    /// Goes on and counts the lines.
    void moveTo(int end) {
        byte[] bytes = window.bytes();
        for (int i = at; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        at = end;
    }

    /// Goes on over lines that were counted already.
    void moveTo(int end, int lineEnds) {
        line += lineEnds;
        at = end;
    }

    /// Goes on over blanks and control characters.
    ///
    /// @param separator a control character that is none: UNOB's separators are some
    void skipBlanks(int separator) {
        byte[] bytes = window.bytes();
        int end = at;
        while (end < window.to() && (bytes[end] & 0xff) <= ' ' && bytes[end] != separator) {
            end++;
        }
        moveTo(end);
    }

    /// Reads more of the input. Indices change.
    ///
    /// @param keepFrom where in the input the first byte stands that is still needed, beside the
    ///   next one
    void more(long keepFrom) throws IOException {
        long next = offset();
        window.more(index(Math.min(keepFrom, next)));
        at = index(next);
    }
}
