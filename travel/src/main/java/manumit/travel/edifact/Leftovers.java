package manumit.travel.edifact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import manumit.travel.warnings.Place;
import manumit.travel.warnings.WarningCode;

/// Hands on what belongs to no message, in pieces of at most {@link
/// EdifactReader#MAX_UNREAD_BYTES}.
final class Leftovers {

    private final Cursor cursor;
    private final Consumer<UnreadBytes> sink;

    /// Where the segments began that stand in an interchange outside its messages; -1 without any.
    private long begun = -1;

    private int begunLine;
    private boolean anyHandedOn;

    Leftovers(Cursor cursor, Consumer<UnreadBytes> sink) {
        this.cursor = cursor;
        this.sink = sink;
    }

    boolean anyHandedOn() {
        return anyHandedOn;
    }

    /// Whether segments outside messages wait to be handed on.
    boolean hasBegun() {
        return begun >= 0;
    }

    /// The first byte that is still needed; the largest number if there is none.
    long keepFrom() {
        return begun < 0 ? Long.MAX_VALUE : begun;
    }

    /// Notes a segment that the cursor has just passed.
    ///
    /// @param start index of its first byte
    void addSegment(int start, int line) {
        if (begun < 0) {
            begun = cursor.offset(start);
            begunLine = line;
        }
        int most = EdifactReader.MAX_UNREAD_BYTES - EdifactReader.MAX_SEGMENT_BYTES;
        if (cursor.offset() - begun >= most) {
            endSegments(cursor.at());
        }
    }

    /// Hands on the segments noted.
    ///
    /// @param end index of the first byte behind them
    void endSegments(int end) {
        if (begun >= 0) {
            int from = cursor.index(begun);
            begun = -1;
            handOn(WarningCode.SEGMENT_OUTSIDE_MESSAGE, from, end, begunLine);
        }
    }

    /// Skips what is no interchange; hands it on if it seems to hold travellers.
    void skipNoise(int end) {
        if (holdsTravellers(end)) {
            handOnTo(end, WarningCode.NO_INTERCHANGE);
        }
        cursor.moveTo(end);
    }

    private boolean holdsTravellers(int end) {
        if (cursor.at() >= end) {
            return false;
        }
        int length = end - cursor.at();
        String text = new String(cursor.bytes(), cursor.at(), length, StandardCharsets.ISO_8859_1);
        return text.contains("NAD+") || text.contains("TIF+");
    }

    /// Hands on everything from the cursor, which follows.
    ///
    /// @param end index of the first byte that is not handed on
    void handOnTo(int end, WarningCode reason) {
        while (cursor.at() < end) {
            int piece = Math.min(end, cursor.at() + EdifactReader.MAX_UNREAD_BYTES);
            handOn(reason, cursor.at(), piece, cursor.line());
            cursor.moveTo(piece);
        }
    }

    /// Hands on an input without any interchange: its beginning.
    void handOnBeginning() {
        int end = Math.min(cursor.to(), EdifactReader.MAX_UNREAD_BYTES);
        handOn(WarningCode.NO_INTERCHANGE, 0, end, 1);
    }

    private void handOn(WarningCode reason, int from, int end, int line) {
        anyHandedOn = true;
        Place place = new Place(0, cursor.offset(from), line);
        sink.accept(new UnreadBytes(reason, place, Arrays.copyOfRange(cursor.bytes(), from, end)));
    }
}
