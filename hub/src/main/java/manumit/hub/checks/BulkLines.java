package manumit.hub.checks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines of a stream. One that is too long is read past, so that memory stays bounded.
final class BulkLines {

    static final int MOST_BYTES = 65_536;

    private final InputStream in;
    private final byte[] buffer = new byte[16_384];
    private int from;
    private int until;
    private long number;

    BulkLines(InputStream in) {
        this.in = in;
    }

    /// @param number from 1
    /// @param text null if it was too long
    record Line(long number, @Nullable String text) {}

    /// Waits for the next line; null at the end. Blank lines are left out.
    @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
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
                number++;
                if (tooLong || !text(line).isBlank()) {
                    return new Line(number, tooLong ? null : text(line));
                }
                line.reset();
            }
        }
    }

    /// Whether something can be read without waiting for the sender.
    boolean isReady() throws IOException {
        return from < until || in.available() > 0;
    }

    private @Nullable Line line(ByteArrayOutputStream last, boolean tooLong) {
        number++;
        return new Line(number, tooLong ? null : text(last));
    }

    private static String text(ByteArrayOutputStream line) {
        return line.toString(StandardCharsets.UTF_8);
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        from = 0;
        until = Math.max(0, read);
        return read > 0;
    }
}
