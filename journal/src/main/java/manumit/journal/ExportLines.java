package manumit.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Cuts bytes into lines; of a line that is too long, it keeps the beginning only.
final class ExportLines {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;

    ExportLines(InputStream in) {
        this.in = in;
    }

    /// A line, read or not.
    ///
    /// @param line null if it is none of an export
    record Read(@Nullable ExportLine line) {}

    /// @return null at the end
    @Nullable Read next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        boolean tooLong = false;
        boolean any = false;
        while (true) {
            if (position == limit) {
                limit = Math.max(0, in.read(buffer));
                position = 0;
                if (limit == 0) {
                    return any ? parse(bytes, tooLong) : null;
                }
            }
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            if (bytes.size() + end - position > JsonText.MOST_LINE_CHARS) {
                tooLong = true;
            } else if (!tooLong) {
                bytes.write(buffer, position, end - position);
            }
            position = end;
            if (end < limit) {
                position++;
                return parse(bytes, tooLong);
            }
        }
    }

    private static Read parse(ByteArrayOutputStream bytes, boolean tooLong) {
        if (tooLong) {
            return new Read(null);
        }
        try {
            return new Read(
                    ExportFormat.read(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                                    .toString()));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return new Read(null);
        }
    }
}
