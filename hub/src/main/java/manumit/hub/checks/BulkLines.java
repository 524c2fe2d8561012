package manumit.hub.checks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of a stream. One that is too long is read past, so that memory stays bounded.
final class BulkLines {

    static final int MOST_BYTES = 65_536;

    private final InputStream in;
    private final byte[] buffer = new byte[32_768];
    private int from;
    private int until;
    private long number;
    private boolean atEnd;

    BulkLines(InputStream in) {
        this.in = in;
    }

    /// @param number from 1
    /// @param text in UTF-8, without its end; null if it was too long
    @SuppressWarnings("ArrayRecordComponent")
    record Line(long number, byte @Nullable [] text) {}

    /// Waits for the next line, then takes as many as can be had without waiting. Blank lines are
    /// left out.
    ///
    /// @param most lines, at least 1
    /// @return empty at the end
    List<Line> next(int most) throws IOException {
        List<Line> part = new ArrayList<>(most);
        do {
            Line line = next();
            if (line == null) {
                break;
            }
            part.add(line);
        } while (part.size() < most && isReady());
        return part;
    }

    /// Reads past what still comes: until its end, or the other end goes away, or says nothing for
    /// as long as the server waits for it.
    ///
    /// @param mostNanos how long at most, if something always comes
    void skipRest(long mostNanos) {
        long begun = System.nanoTime();
        try {
            while (!atEnd && System.nanoTime() - begun < mostNanos) {
                boolean _ = fill();
            }
        } catch (IOException e) {
            atEnd = true;
        }
    }

    private @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        while (true) {
            if (from == until && !fill()) {
                return line.size() == 0 && !tooLong ? null : line(line, tooLong);
            }
            int end = from;
            while (end < until && buffer[end] != '\n') {
                end++;
            }
            if (!tooLong) {
                line.write(buffer, from, end - from);
                tooLong = line.size() > MOST_BYTES;
            }
            boolean complete = end < until;
            from = complete ? end + 1 : end;
            if (complete) {
                Line whole = line(line, tooLong);
                byte[] text = whole.text();
                if (text == null || !isBlank(text)) {
                    return whole;
                }
                line.reset();
            }
        }
    }

    /// Whether something can be read without waiting for the sender.
    private boolean isReady() throws IOException {
        return from < until || in.available() > 0;
    }

    private Line line(ByteArrayOutputStream line, boolean tooLong) {
        number++;
        return new Line(number, tooLong ? null : line.toByteArray());
    }

    private static boolean isBlank(byte[] text) {
        for (byte one : text) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        from = 0;
        until = Math.max(0, read);
        atEnd = read <= 0;
        return read > 0;
    }
}
