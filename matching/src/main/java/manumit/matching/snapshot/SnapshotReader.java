package manumit.matching.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import manumit.matching.SnapshotException;
import manumit.matching.snapshot.Layout.Section;
import org.jspecify.annotations.Nullable;

/// A snapshot in memory, mapped. Arrays are copied into the heap, and their checksums compared,
/// when they are asked for; {@link #segment} gives a section where it lies.
///
/// Thread-safe. After {@link #close} the segments must not be used any more; arrays may. Replace
/// the file by {@link SnapshotWriter} or a move, never by writing into it: a mapped file that is
/// cut ends reads with an `InternalError`.
public final class SnapshotReader implements Closeable {

    private final Path file;
    private final Runnable closing;
    private final MemorySegment mapped;
    private final Directory directory;

    private SnapshotReader(Path file, Runnable closing, MemorySegment mapped, Directory directory) {
        this.file = file;
        this.closing = closing;
        this.mapped = mapped;
        this.directory = directory;
    }

    /// Maps a snapshot and checks everything but the contents of its sections.
    ///
    /// @throws SnapshotException where it is none, or damaged, or of another version
    /// @throws IOException where the file cannot be read
    @SuppressWarnings("MustBeClosedChecker") // The reader closes its arena.
    public static SnapshotReader open(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            return open(file, arena, arena::close);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /// The same, but the mapping stays for as long as the reader or a segment of it is in use;
    /// {@link #close} does nothing.
    public static SnapshotReader openForUse(Path file) throws IOException {
        return open(file, Arena.ofAuto(), () -> {});
    }

    private static SnapshotReader open(Path file, Arena arena, Runnable closing)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment mapped =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new SnapshotReader(file, closing, mapped, Directory.read(file, mapped));
        }
    }

    /// Does the file begin as snapshots of any version do?
    public static boolean isSnapshot(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(Long.BYTES);
            return head.length == Long.BYTES
                    && MemorySegment.ofArray(head).get(Layout.LONG, 0) == Layout.MAGIC;
        }
    }

    /// Refuses a snapshot that was built for another method or with other knowledge tables.
    public void require(String method, long fingerprint) throws SnapshotException {
        if (!directory.method().equals(method)) {
            throw Refusal.otherMethod(file, directory.method(), method);
        }
        if (directory.fingerprint() != fingerprint) {
            throw Refusal.otherTables(file);
        }
    }

    public String method() {
        return directory.method();
    }

    /// Of the knowledge tables.
    public long fingerprint() {
        return directory.fingerprint();
    }

    /// Number of records that the sections describe.
    public long records() {
        return directory.records();
    }

    public boolean hasSection(String name) {
        return directory.sections().containsKey(name);
    }

    public byte[] bytes(String name) throws SnapshotException {
        Section section = require(name, Layout.Type.BYTES);
        byte[] values = new byte[count(section)];
        copy(
                section,
                (from, at, n) -> MemorySegment.copy(from, ValueLayout.JAVA_BYTE, 0, values, at, n));
        return values;
    }

    public short[] shorts(String name) throws SnapshotException {
        Section section = require(name, Layout.Type.SHORTS);
        short[] values = new short[count(section)];
        copy(section, (from, at, n) -> MemorySegment.copy(from, Layout.SHORT, 0, values, at, n));
        return values;
    }

    public int[] ints(String name) throws SnapshotException {
        Section section = require(name, Layout.Type.INTS);
        int[] values = new int[count(section)];
        copy(section, (from, at, n) -> MemorySegment.copy(from, Layout.INT, 0, values, at, n));
        return values;
    }

    public long[] longs(String name) throws SnapshotException {
        Section section = require(name, Layout.Type.LONGS);
        long[] values = new long[count(section)];
        copy(section, (from, at, n) -> MemorySegment.copy(from, Layout.LONG, 0, values, at, n));
        return values;
    }

    public double[] doubles(String name) throws SnapshotException {
        Section section = require(name, Layout.Type.DOUBLES);
        double[] values = new double[count(section)];
        copy(section, (from, at, n) -> MemorySegment.copy(from, Layout.DOUBLE, 0, values, at, n));
        return values;
    }

    /// The bytes of a section of any type as they lie in the file: read-only, little endian,
    /// starting on a multiple of 8. Its checksum is not compared; {@link #verify} does.
    public MemorySegment segment(String name) throws SnapshotException {
        Section section = directory.sections().get(name);
        if (section == null) {
            throw Refusal.missingSection(file, name, "any type");
        }
        return mapped.asSlice(section.offset(), section.length(), Layout.ALIGNMENT);
    }

    /// The same with its checksum compared: reads the whole section.
    public MemorySegment checkedSegment(String name) throws SnapshotException {
        MemorySegment segment = segment(name);
        Section section = directory.sections().get(name);
        if (section == null || Layout.crc(segment) != section.crc()) {
            throw Refusal.damaged(file, "section " + name);
        }
        return segment;
    }

    /// What to throw where sections are sound and yet do not fit together.
    ///
    /// @param what in a few words, without data of a record
    public SnapshotException damaged(String what) {
        return Refusal.damaged(file, what);
    }

    /// Compares the checksums of all sections and looks at the bytes between them. Reads the whole
    /// file.
    ///
    /// @throws SnapshotException at the first byte that is not as it was written
    public void verify() throws SnapshotException {
        long end = Layout.HEADER_BYTES;
        for (Section section : directory.sections().values()) {
            requireZeroes(end, section.offset());
            end = section.offset() + section.length();
            if (Layout.crc(mapped.asSlice(section.offset(), section.length())) != section.crc()) {
                throw damaged(section);
            }
        }
        requireZeroes(end, directory.offset());
    }

    /// Takes the mapping away.
    @Override
    public void close() {
        closing.run();
    }

    /// Takes elements from the start of a segment.
    private interface Taker {
        void take(MemorySegment from, int at, int count);
    }

    /// Copies and checks in pieces, so that each piece is read from memory once.
    private void copy(Section section, Taker taker) throws SnapshotException {
        CRC32C crc = new CRC32C();
        int width = section.type().elementBytes;
        for (long at = 0; at < section.length(); at += Layout.CHUNK_BYTES) {
            long size = Math.min(Layout.CHUNK_BYTES, section.length() - at);
            MemorySegment piece = mapped.asSlice(section.offset() + at, size);
            crc.update(piece.asByteBuffer());
            taker.take(piece, (int) (at / width), (int) (size / width));
        }
        if ((int) crc.getValue() != section.crc()) {
            throw damaged(section);
        }
    }

    private Section require(String name, Layout.Type type) throws SnapshotException {
        Section section = directory.sections().get(name);
        if (section == null || section.type() != type) {
            throw Refusal.missingSection(file, name, type.name());
        }
        return section;
    }

    private static int count(Section section) {
        long count = section.length() / section.type().elementBytes;
        // The longest array that the machine can make.
        if (count > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException(
                    "the section " + section.name() + " fits no array; read it as a segment");
        }
        return (int) count;
    }

    private void requireZeroes(long from, long to) throws SnapshotException {
        for (long at = from; at < to; at++) {
            if (mapped.get(ValueLayout.JAVA_BYTE, at) != 0) {
                throw Refusal.damaged(file, "between sections");
            }
        }
    }

    private SnapshotException damaged(Section section) {
        return Refusal.damaged(file, "section " + section.name());
    }

    /// Header and directory, checked.
    ///
    /// @param sections by name, in the order of the file
    /// @param offset of the directory, in bytes
    private record Directory(
            String method,
            long fingerprint,
            long records,
            Map<String, Section> sections,
            long offset) {

        static Directory read(Path file, MemorySegment mapped) throws SnapshotException {
            checkHeader(file, mapped);
            long offset = mapped.get(Layout.LONG, Layout.DIRECTORY_AT);
            int length = mapped.get(Layout.INT, Layout.DIRECTORY_LENGTH_AT);
            boolean inside =
                    offset >= Layout.HEADER_BYTES
                            && length >= 0
                            && length <= Layout.MAX_DIRECTORY_BYTES
                            && offset == mapped.byteSize() - length;
            if (!inside) {
                throw Refusal.damaged(file, "header");
            }
            MemorySegment bytes = mapped.asSlice(offset, length);
            if (Layout.crc(bytes) != mapped.get(Layout.INT, Layout.DIRECTORY_CRC_AT)) {
                throw Refusal.damaged(file, "directory");
            }
            try {
                return parse(file, mapped, offset, bytes);
            } catch (BufferUnderflowException e) {
                throw Refusal.damaged(file, "directory");
            }
        }

        /// Magic and version first: what follows may be laid out otherwise in another version.
        private static void checkHeader(Path file, MemorySegment mapped) throws SnapshotException {
            long size = mapped.byteSize();
            if (size < Long.BYTES || mapped.get(Layout.LONG, 0) != Layout.MAGIC) {
                throw Refusal.notASnapshot(file);
            }
            if (size < Layout.HEADER_BYTES) {
                throw Refusal.truncated(file, size, Layout.HEADER_BYTES);
            }
            int version = mapped.get(Layout.INT, Layout.VERSION_AT);
            if (Integer.compareUnsigned(version, Layout.VERSION) > 0) {
                throw Refusal.newerVersion(file, version, Layout.VERSION);
            }
            if (version != Layout.VERSION) {
                throw Refusal.olderVersion(file, version, Layout.VERSION);
            }
            int crc = Layout.crc(mapped.asSlice(0, Layout.HEADER_CRC_AT));
            if (crc != mapped.get(Layout.INT, Layout.HEADER_CRC_AT)) {
                throw Refusal.damaged(file, "header");
            }
            long written = mapped.get(Layout.LONG, Layout.FILE_LENGTH_AT);
            if (size < written) {
                throw Refusal.truncated(file, size, written);
            }
            if (size > written) {
                throw Refusal.damaged(file, "longer than it was written");
            }
        }

        private static Directory parse(
                Path file, MemorySegment mapped, long offset, MemorySegment bytes)
                throws SnapshotException {
            ByteBuffer in = bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            String method = text(file, in);
            int count = in.getInt();
            Map<String, Section> sections = new LinkedHashMap<>();
            long end = Layout.HEADER_BYTES;
            for (int i = 0; i < count; i++) {
                String name = text(file, in);
                Layout.Type type = type(in.get());
                Section section =
                        type == null
                                ? null
                                : new Section(name, type, in.getLong(), in.getLong(), in.getInt());
                if (section == null
                        || !follows(section, end, offset)
                        || sections.put(name, section) != null) {
                    throw Refusal.damaged(file, "directory");
                }
                end = section.offset() + section.length();
            }
            if (in.hasRemaining() || Layout.align(end) != offset) {
                throw Refusal.damaged(file, "directory");
            }
            long fingerprint = mapped.get(Layout.LONG, Layout.FINGERPRINT_AT);
            long records = mapped.get(Layout.LONG, Layout.RECORDS_AT);
            return new Directory(method, fingerprint, records, sections, offset);
        }

        /// Sections lie one behind the other, so that none overlap and no byte is without an owner.
        private static boolean follows(Section section, long end, long limit) {
            return section.offset() == Layout.align(end)
                    && section.offset() <= limit
                    && section.length() >= 0
                    && section.length() <= limit - section.offset()
                    && section.length() % section.type().elementBytes == 0;
        }

        private static Layout.@Nullable Type type(byte code) {
            for (Layout.Type type : Layout.Type.values()) {
                if (type.code == code) {
                    return type;
                }
            }
            return null;
        }

        private static String text(Path file, ByteBuffer in) throws SnapshotException {
            byte[] bytes = new byte[in.get() & 0xFF];
            in.get(bytes);
            String text = new String(bytes, StandardCharsets.US_ASCII);
            if (!Layout.PLAIN.matcher(text).matches()) {
                throw Refusal.damaged(file, "directory");
            }
            return text;
        }
    }
}
