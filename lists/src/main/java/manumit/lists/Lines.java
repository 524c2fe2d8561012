package manumit.lists;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The lines of a text, one at a time, in bounded memory. A line is UTF-8, or windows-1252 where it
/// is not valid UTF-8 (old files of OFAC, exports of spreadsheets). Lines longer than the limit are
/// reported and skipped without being held.
final class Lines {

    /// Longest line, in bytes. The longest real one, an entity of FollowTheMoney with hundreds of
    /// names, has under 2 MB.
    static final int MAX_BYTES = 8 << 20;

    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private final InputStream in;
    private final Rejects rejects;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;

    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;
    private boolean charsetReported;

    /// @param in positioned behind a byte order mark
    Lines(InputStream in, Rejects rejects) {
        this.in = in;
        this.rejects = rejects;
    }

    /// The next line without its end, or null at the end of the text.
    @Nullable String next() throws IOException {
        while (true) {
            boolean tooLong = false;
            length = 0;
            boolean any = false;
            int b;
            while ((b = read()) >= 0) {
                any = true;
                if (b == '\n') {
                    break;
                }
                if (length == MAX_BYTES) {
                    tooLong = true;
                } else {
                    if (length == line.length) {
                        line = Arrays.copyOf(line, Math.min(MAX_BYTES, 2 * length));
                    }
                    line[length++] = (byte) b;
                }
            }
            if (!any) {
                return null;
            }
            number++;
            if (tooLong) {
                rejects.add(
                        number,
                        RejectCode.ROW_TOO_LONG,
                        "a line has more than " + (MAX_BYTES >> 20) + " MiB");
                continue;
            }
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
            return decode();
        }
    }

    /// Number of the line returned last, from 1.
    long number() {
        return number;
    }

    private int read() throws IOException {
        if (position == limit) {
            position = 0;
            try {
                limit = Math.max(0, in.read(buffer));
            } catch (EOFException | ZipException e) {
                rejects.add(
                        number,
                        RejectCode.GZIP_BROKEN,
                        "the compressed file is damaged or cut off behind this line");
                limit = 0;
            }
            if (limit == 0) {
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }

    private String decode() {
        for (int i = 0; i < length; i++) {
            if (line[i] < 0) {
                return decodeBeyondAscii();
            }
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    private String decodeBeyondAscii() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            if (!charsetReported) {
                charsetReported = true;
                rejects.add(
                        number,
                        RejectCode.CHARSET_GUESSED,
                        "not UTF-8; this line and others like it are read as windows-1252. Save the"
                                + " file as UTF-8");
            }
            return new String(line, 0, length, FALLBACK);
        }
    }
}
