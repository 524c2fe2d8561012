package manumit.matching.documentindex;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A temporary file, readable by its owner only, that grows at the end and vanishes when closed.
/// Little-endian.
final class Spool implements Closeable {

    private static final int BUFFER_BYTES = 1 << 18;

    private final FileChannel channel;
    private final ByteBuffer end =
            ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long flushed;

    Spool(Path folder) throws IOException {
        channel =
                FileChannel.open(
                        Files.createTempFile(folder, "documents", ".part"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
    }

    long size() {
        return flushed + end.position();
    }

    void putInt(int value) throws IOException {
        ensure(Integer.BYTES);
        end.putInt(value);
    }

    void putLong(long value) throws IOException {
        ensure(Long.BYTES);
        end.putLong(value);
    }

    /// @param bytes fewer than the buffer holds
    void put(byte[] bytes) throws IOException {
        ensure(bytes.length);
        end.put(bytes);
    }

    private void ensure(int bytes) throws IOException {
        if (end.remaining() < bytes) {
            flush();
        }
    }

    void flush() throws IOException {
        end.flip();
        while (end.hasRemaining()) {
            flushed += channel.write(end, flushed);
        }
        end.clear();
    }

    /// The bytes of a stretch that is flushed and stays as it is.
    Stretch stretch(long from, long to) {
        return new Stretch(from, to);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// A stretch of the spool, read from its beginning to its end.
    final class Stretch {

        private final ByteBuffer buffer;
        private final long to;
        private long at;

        private Stretch(long from, long to) {
            this.at = from;
            this.to = to;
            this.buffer =
                    ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, to - from))
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .limit(0);
        }

        /// The next bytes, at least as many as asked for unless the stretch ends; empty at its end.
        ByteBuffer next(int bytes) throws IOException {
            if (buffer.remaining() < bytes && at < to) {
                buffer.compact();
                buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + (to - at)));
                while (buffer.hasRemaining()) {
                    int read = channel.read(buffer, at);
                    if (read < 0) {
                        throw new IOException("a temporary file was shortened by somebody else");
                    }
                    at += read;
                }
                buffer.flip();
            }
            return buffer;
        }
    }
}
