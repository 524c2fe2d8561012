package manumit.matching.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import manumit.matching.snapshot.Layout.Section;

/// Writes a snapshot, section by section, into a temporary file beside the target. {@link #commit}
/// makes it the target in one step: readers see the old file or the whole new one, also after a
/// power cut. Without a commit {@link #close} leaves nothing behind. Where the system knows owners
/// of files, only the owner may read the file: it holds personal data.
///
/// Not thread-safe. Uses 1 MB beside what the caller hands over.
///
/// ```java
/// try (SnapshotWriter writer = SnapshotWriter.create(file, "manumit-1", fingerprint)) {
///     writer.ints("starts", starts);
///     try (OutputStream out = writer.stream("identities")) {
///         …
///     }
///     writer.commit(records);
/// }
/// ```
public final class SnapshotWriter implements Closeable {

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final String method;
    private final long fingerprint;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(Layout.CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final List<Section> sections = new ArrayList<>();

    /// Where the next byte goes once the buffer is written.
    private long position;

    private boolean streaming;
    private boolean committed;

    private SnapshotWriter(
            Path target, Path temporary, FileChannel channel, String method, long fingerprint) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.method = method;
        this.fingerprint = fingerprint;
    }

    /// Begins a snapshot.
    ///
    /// @param target replaced by {@link #commit} where it exists; its folder must exist
    /// @param method version of the scoring method, such as `manumit-1`: up to 64 letters, digits
    ///   and `._+-`
    /// @param fingerprint of the knowledge tables the sections were made with
    public static SnapshotWriter create(Path target, String method, long fingerprint)
            throws IOException {
        requirePlain("method", method);
        Path absolute = target.toAbsolutePath();
        Path folder = Objects.requireNonNull(absolute.getParent(), "target: is no file");
        Path temporary = Files.createTempFile(folder, "." + absolute.getFileName() + ".", ".tmp");
        try {
            FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.READ, StandardOpenOption.WRITE);
            SnapshotWriter writer =
                    new SnapshotWriter(absolute, temporary, channel, method, fingerprint);
            writer.buffer.put(new byte[Layout.HEADER_BYTES]);
            writer.flush();
            return writer;
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    public void bytes(String name, byte[] values) throws IOException {
        array(name, Layout.Type.BYTES, values.length, (at, n) -> buffer.put(values, at, n));
    }

    public void shorts(String name, short[] values) throws IOException {
        array(
                name,
                Layout.Type.SHORTS,
                values.length,
                (at, n) -> buffer.asShortBuffer().put(values, at, n));
    }

    public void ints(String name, int[] values) throws IOException {
        array(
                name,
                Layout.Type.INTS,
                values.length,
                (at, n) -> buffer.asIntBuffer().put(values, at, n));
    }

    public void longs(String name, long[] values) throws IOException {
        array(
                name,
                Layout.Type.LONGS,
                values.length,
                (at, n) -> buffer.asLongBuffer().put(values, at, n));
    }

    /// Not-a-numbers keep their bits.
    public void doubles(String name, double[] values) throws IOException {
        array(
                name,
                Layout.Type.DOUBLES,
                values.length,
                (at, n) -> buffer.asDoubleBuffer().put(values, at, n));
    }

    /// A section of bytes of any length, written as it comes. Closing the stream ends the section;
    /// until then nothing else may be written.
    public OutputStream stream(String name) throws IOException {
        begin(name);
        streaming = true;
        return new SectionStream(name);
    }

    /// Ends the snapshot, brings it to the disc and moves it to its place.
    ///
    /// @param records number of records that the sections describe
    public void commit(long records) throws IOException {
        requireIdle();
        byte[] directory = directory();
        long start = position;
        write(header(records, directory, start), directory);
        channel.force(true);
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        committed = true;
        forceFolder();
    }

    /// Deletes the temporary file unless the snapshot was committed.
    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            Files.deleteIfExists(temporary);
        }
    }

    /// Copies elements to the start of the empty buffer.
    private interface Filler {
        void fill(int at, int count);
    }

    private void array(String name, Layout.Type type, int count, Filler filler) throws IOException {
        begin(name);
        long start = position;
        CRC32C crc = new CRC32C();
        int most = buffer.capacity() / type.elementBytes;
        for (int at = 0; at < count; ) {
            int n = Math.min(most, count - at);
            buffer.clear();
            filler.fill(at, n);
            buffer.position(n * type.elementBytes);
            crc.update(buffer.duplicate().flip());
            flush();
            at += n;
        }
        end(name, type, start, crc);
    }

    private void begin(String name) {
        requireIdle();
        requirePlain("name", name);
        if (sections.size() == Layout.MAX_SECTIONS) {
            throw new IllegalStateException(
                    "a snapshot has at most " + sections.size() + " sections");
        }
        for (Section section : sections) {
            if (section.name().equals(name)) {
                throw new IllegalArgumentException("name: there is a section " + name + " already");
            }
        }
    }

    private void end(String name, Layout.Type type, long start, CRC32C crc) throws IOException {
        sections.add(new Section(name, type, start, position - start, (int) crc.getValue()));
        buffer.put(new byte[(int) (Layout.align(position) - position)]);
        flush();
    }

    private void requireIdle() {
        if (streaming) {
            throw new IllegalStateException("the stream of a section is still open");
        }
        if (committed) {
            throw new IllegalStateException("the snapshot is committed");
        }
    }

    private static void requirePlain(String what, String text) {
        if (!Layout.PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    what + ": 1 to 64 letters, digits and ._+- are accepted");
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            position += channel.write(buffer, position);
        }
        buffer.clear();
    }

    private byte[] directory() {
        ByteBuffer out =
                ByteBuffer.allocate(Layout.MAX_DIRECTORY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        putText(out, method);
        out.putInt(sections.size());
        for (Section section : sections) {
            putText(out, section.name());
            out.put((byte) section.type().code);
            out.putLong(section.offset());
            out.putLong(section.length());
            out.putInt(section.crc());
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.put((byte) bytes.length).put(bytes);
    }

    private byte[] header(long records, byte[] directory, long start) {
        byte[] bytes = new byte[Layout.HEADER_BYTES];
        MemorySegment header = MemorySegment.ofArray(bytes);
        header.set(Layout.LONG, 0, Layout.MAGIC);
        header.set(Layout.INT, Layout.VERSION_AT, Layout.VERSION);
        header.set(Layout.INT, Layout.DIRECTORY_LENGTH_AT, directory.length);
        header.set(Layout.LONG, Layout.FILE_LENGTH_AT, start + directory.length);
        header.set(Layout.LONG, Layout.DIRECTORY_AT, start);
        header.set(Layout.LONG, Layout.FINGERPRINT_AT, fingerprint);
        header.set(Layout.LONG, Layout.RECORDS_AT, records);
        header.set(
                Layout.INT, Layout.DIRECTORY_CRC_AT, Layout.crc(MemorySegment.ofArray(directory)));
        header.set(
                Layout.INT,
                Layout.HEADER_CRC_AT,
                Layout.crc(header.asSlice(0, Layout.HEADER_CRC_AT)));
        return bytes;
    }

    private void write(byte[] header, byte[] directory) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(directory);
        while (rest.hasRemaining()) {
            position += channel.write(rest, position);
        }
        ByteBuffer first = ByteBuffer.wrap(header);
        while (first.hasRemaining()) {
            channel.write(first, first.position());
        }
    }

    /// A move is kept by the folder. Systems that cannot open a folder keep it by themselves.
    private void forceFolder() {
        Path folder = Objects.requireNonNull(target.getParent());
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // The snapshot is whole and in place; only the moment of its arrival is less certain.
        }
    }

    /// Collects bytes in the buffer of the writer.
    private final class SectionStream extends OutputStream {

        private final String name;
        private final long start = position;
        private final CRC32C crc = new CRC32C();
        private boolean open = true;

        SectionStream(String name) {
            this.name = name;
        }

        @Override
        public void write(int value) throws IOException {
            requireOpen();
            if (!buffer.hasRemaining()) {
                drain();
            }
            buffer.put((byte) value);
        }

        @Override
        public void write(byte[] values, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, values.length);
            requireOpen();
            for (int at = offset; at < offset + length; ) {
                if (!buffer.hasRemaining()) {
                    drain();
                }
                int n = Math.min(buffer.remaining(), offset + length - at);
                buffer.put(values, at, n);
                at += n;
            }
        }

        @Override
        public void close() throws IOException {
            if (open) {
                open = false;
                streaming = false;
                drain();
                end(name, Layout.Type.BYTES, start, crc);
            }
        }

        private void drain() throws IOException {
            crc.update(buffer.duplicate().flip());
            SnapshotWriter.this.flush();
        }

        private void requireOpen() throws IOException {
            if (!open) {
                throw new IOException("the stream is closed");
            }
        }
    }
}
