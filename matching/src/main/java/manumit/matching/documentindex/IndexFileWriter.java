package manumit.matching.documentindex;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.zip.CRC32C;

/// Writes a file from sorted entries, in one pass. The file appears under its name when it is
/// complete and on the disk, in place of one that was there; until then a temporary file lies
/// beside it, and two more in the folder for temporary files.
final class IndexFileWriter implements Closeable {

    private static final int BUFFER_BYTES = 256 * FileHeader.BLOCK_BYTES;
    private static final int LONGEST_WRITE = 128;

    private final Path part;
    private final FileChannel channel;
    private final Spool directory;
    private final Spool tables;

    /// Not yet written; begins at the edge of a block.
    private final ByteBuffer body =
            ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private final CRC32C crc = new CRC32C();

    private IndexFileWriter(Path file, Path folder) throws IOException {
        Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
        part = Files.createTempFile(parent, "documents", ".part");
        channel = FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE);
        directory = new Spool(folder);
        tables = new Spool(folder);
    }

    /// @param folder for temporary files
    /// @param entries leaves out those that are removed
    /// @param atMost entries, for choosing the number of buckets
    /// @return entries written
    static long write(
            Path file,
            Path folder,
            CodeCursor entries,
            long atMost,
            LongCursor longEntries,
            long longAtMost)
            throws IOException {
        try (IndexFileWriter writer = new IndexFileWriter(file, folder)) {
            FileHeader header =
                    writer.write(
                            entries,
                            FileHeader.bucketBits(atMost),
                            longEntries,
                            FileHeader.longBucketBits(longAtMost));
            Files.move(
                    writer.part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return header.entries() + header.longEntries();
        }
    }

    private FileHeader write(
            CodeCursor entries, int bucketBits, LongCursor longEntries, int longBucketBits)
            throws IOException {
        channel.position(FileHeader.BYTES);
        FileHeader sizes = new FileHeader(0, bucketBits, 0, longBucketBits, 0, 0);
        long count = writeEntries(entries, sizes);
        long longStart = channel.position() - FileHeader.BYTES + body.position();
        long longCount = writeLongEntries(longEntries, longBucketBits, longStart);
        long bodyBytes = channel.position() - FileHeader.BYTES + body.position();
        writeBody(true);

        crc.reset();
        append(directory);
        append(tables);
        FileHeader header =
                new FileHeader(
                        count,
                        bucketBits,
                        longCount,
                        longBucketBits,
                        bodyBytes - longStart,
                        (int) crc.getValue());
        if (channel.position() != header.fileBytes()) {
            throw new IllegalStateException("the file has another length than planned");
        }
        channel.position(0);
        writeFully(ByteBuffer.wrap(header.bytes()));
        channel.force(true);
        return header;
    }

    private long writeEntries(CodeCursor entries, FileHeader sizes) throws IOException {
        int restBits = sizes.restBits();
        int highBytes = sizes.entryBytes() - Long.BYTES;
        long buckets = 1L << sizes.bucketBits();
        long begun = 0;
        long count = 0;
        while (entries.next()) {
            long code = entries.code();
            if (EntryCode.reason(code) == EntryCode.REMOVED) {
                continue;
            }
            long bucket = entries.key() >>> restBits;
            for (; begun <= bucket; begun++) {
                directory.putInt((int) count);
            }
            if (++count > FileHeader.MAX_ENTRIES) {
                throw new IllegalArgumentException(
                        "entries: at most " + FileHeader.MAX_ENTRIES + " fit into one file");
            }
            long rest = entries.key() & (1L << restBits) - 1;
            if (body.remaining() < LONGEST_WRITE) {
                writeBody(false);
            }
            body.putLong(rest << EntryCode.BITS | code);
            long high = rest >>> (Long.SIZE - EntryCode.BITS);
            for (int i = 0; i < highBytes; i++) {
                body.put((byte) (high >>> (Byte.SIZE * i)));
            }
        }
        for (; begun <= buckets; begun++) {
            directory.putInt((int) count);
        }
        return count;
    }

    private long writeLongEntries(LongCursor entries, int bucketBits, long start)
            throws IOException {
        long buckets = 1L << bucketBits;
        long begun = 0;
        long count = 0;
        for (LongEntry entry = entries.next(); entry != null; entry = entries.next()) {
            if (entry.isRemoved()) {
                continue;
            }
            long bucket = IndexFile.bucket(entry.hash(), bucketBits);
            long place = channel.position() - FileHeader.BYTES + body.position() - start;
            for (; begun <= bucket; begun++) {
                directory.putLong(place);
            }
            if (body.remaining() < LONGEST_WRITE) {
                writeBody(false);
            }
            body.put(entry.bytes());
            count++;
        }
        long place = channel.position() - FileHeader.BYTES + body.position() - start;
        for (; begun <= buckets; begun++) {
            directory.putLong(place);
        }
        return count;
    }

    /// Writes the whole blocks of the buffer, and in the end also the last, shorter one.
    private void writeBody(boolean isEnd) throws IOException {
        int bytes = body.position();
        int whole = isEnd ? bytes : bytes - bytes % FileHeader.BLOCK_BYTES;
        for (int at = 0; at < whole; at += FileHeader.BLOCK_BYTES) {
            crc.reset();
            crc.update(body.array(), at, Math.min(FileHeader.BLOCK_BYTES, whole - at));
            tables.putInt((int) crc.getValue());
        }
        body.flip().limit(whole);
        writeFully(body);
        body.limit(bytes);
        body.compact();
    }

    /// Copies a spool to the end of the file and into the checksum.
    private void append(Spool spool) throws IOException {
        spool.flush();
        Spool.Stretch stretch = spool.stretch(0, spool.size());
        for (ByteBuffer bytes = stretch.next(1); bytes.hasRemaining(); bytes = stretch.next(1)) {
            crc.update(bytes.duplicate());
            writeFully(bytes);
        }
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel;
                directory;
                tables) {
            Files.deleteIfExists(part);
        }
    }
}
