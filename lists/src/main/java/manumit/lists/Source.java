package manumit.lists;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Opens inputs: unpacks gzip, drops the byte order mark of UTF-8.
final class Source {

    /// Bytes looked at to recognise a format.
    static final int HEAD = 1 << 16;

    private static final int BUFFER = 1 << 17;

    private Source() {}

    static InputStream open(Path file) throws IOException {
        return open(Files.newInputStream(file), file.toString());
    }

    /// @param name for messages
    /// @throws IOException if the text is UTF-16
    static InputStream open(InputStream raw, String name) throws IOException {
        InputStream in = new BufferedInputStream(raw, BUFFER);
        byte[] start = peek(in, 2);
        if (start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
            in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
        }
        start = peek(in, 3);
        if (start.length >= 2
                && ((start[0] == (byte) 0xfe && start[1] == (byte) 0xff)
                        || (start[0] == (byte) 0xff && start[1] == (byte) 0xfe))) {
            in.close();
            throw new IOException(name + ": the text is UTF-16. Save it as UTF-8");
        }
        if (start.length == 3
                && start[0] == (byte) 0xef
                && start[1] == (byte) 0xbb
                && start[2] == (byte) 0xbf) {
            in.skipNBytes(3);
        }
        return in;
    }

    /// The beginning of the text, without consuming it.
    static String head(InputStream in) throws IOException {
        return new String(peek(in, HEAD), StandardCharsets.UTF_8);
    }

    private static byte[] peek(InputStream in, int length) throws IOException {
        in.mark(length);
        byte[] start;
        try {
            start = in.readNBytes(length);
        } catch (java.io.EOFException | java.util.zip.ZipException e) {
            // Cut off within the first bytes; reading on will meet the same end and report it.
            start = new byte[0];
        }
        in.reset();
        return start;
    }
}
