package manumit.matching.documentindex;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.zip.CRC32C;
import manumit.matching.documents.DocumentNumber;
import org.jspecify.annotations.Nullable;

/// A file of entries, mapped into memory. {@link FileHeader} describes its parts.
///
/// Header, directories and checksums are checked when the file is opened; each block of entries
/// when it is touched for the first time, before anything in it is believed. So opening stays fast,
/// and damage never becomes an answer. Nothing is read outside the file, whatever it holds.
///
/// Immutable and thread-safe. The file must not be changed or shortened while it is open; replacing
/// it by another one of the same name does no harm. After {@link #close()} every call throws
/// `IllegalStateException`.
final class IndexFile implements AutoCloseable {

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Buckets up to this size are searched from where the entry should be; larger ones, which only
    /// many entries of few numbers make, by halving first.
    private static final int MAX_STEPS = 64;

    private static final int CHUNK_BYTES = 1 << 16;
    private static final long[] NONE = {};

    private final Path file;
    private final FileHeader header;
    private final Arena arena;
    private final MemorySegment bytes;
    private final int entryBytes;
    private final int restBits;
    private final double restScale;
    private final long directoryStart;

    /// One bit for each block whose checksum held. Bits are only set, so races do no harm.
    private final AtomicLongArray checked;

    private IndexFile(Path file, FileHeader header, Arena arena, MemorySegment bytes) {
        this.file = file;
        this.header = header;
        this.arena = arena;
        this.bytes = bytes;
        entryBytes = header.entryBytes();
        restBits = header.restBits();
        restScale = 1.0 / (1L << restBits);
        directoryStart = header.directoryStart();
        checked = new AtomicLongArray((int) ((header.blocks() + Long.SIZE - 1) / Long.SIZE));
    }

    /// @throws IndexFileException where the file is no index, newer, truncated or damaged
    @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as the index
    static IndexFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer start = ByteBuffer.allocate((int) Math.min(size, FileHeader.BYTES));
            while (start.hasRemaining() && channel.read(start, start.position()) >= 0) {}
            FileHeader header =
                    FileHeader.read(file, Arrays.copyOf(start.array(), start.position()), size);
            Arena arena = Arena.ofShared();
            try {
                IndexFile index =
                        new IndexFile(
                                file,
                                header,
                                arena,
                                channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena));
                index.checkTables();
                return index;
            } catch (RuntimeException | IOException e) {
                arena.close();
                throw e;
            }
        }
    }

    private void checkTables() {
        CRC32C crc = new CRC32C();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (long at = directoryStart; at < bytes.byteSize(); at += CHUNK_BYTES) {
            int length = (int) Math.min(CHUNK_BYTES, bytes.byteSize() - at);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, chunk, 0, length);
            crc.update(chunk, 0, length);
        }
        if ((int) crc.getValue() != header.tableChecksum()) {
            throw damaged("the directory's checksum does not hold");
        }
        long last = 0;
        for (long bucket = 0; bucket <= 1L << header.bucketBits(); bucket++) {
            long place = place(bucket);
            if (place < last) {
                throw damaged("the directory is out of order");
            }
            last = place;
        }
        long lastLong = 0;
        for (long bucket = 0; bucket <= 1L << header.longBucketBits(); bucket++) {
            long place = longPlace(bucket);
            if (place < lastLong) {
                throw damaged("the directory of long numbers is out of order");
            }
            lastLong = place;
        }
        if (place(0) != 0
                || last != header.entries()
                || longPlace(0) != 0
                || lastLong != header.longBytes()) {
            throw damaged("the directory does not fit the entries");
        }
    }

    private IndexFileException damaged(String what) {
        return new IndexFileException(file, IndexFileException.Code.DAMAGED, what);
    }

    Path file() {
        return file;
    }

    long size() {
        return header.entries() + header.longEntries();
    }

    long longSize() {
        return header.longEntries();
    }

    long fileBytes() {
        return header.fileBytes();
    }

    /// Place of the first entry of a bucket.
    private long place(long bucket) {
        return Integer.toUnsignedLong(bytes.get(INT, directoryStart + bucket * Integer.BYTES));
    }

    /// The same in the bytes of long entries.
    private long longPlace(long bucket) {
        return bytes.get(LONG, header.longDirectoryStart() + bucket * Long.BYTES);
    }

    static long bucket(long hash, int bucketBits) {
        return bucketBits == 0 ? 0 : hash >>> (Long.SIZE - bucketBits);
    }

    /// The codes of all entries with this key, ascending.
    long[] find(long key) {
        long bucket = key >>> restBits;
        long from = place(bucket);
        long to = place(bucket + 1);
        if (from == to) {
            return NONE;
        }
        requireSound(FileHeader.BYTES + from * entryBytes, FileHeader.BYTES + to * entryBytes);
        long rest = key & (1L << restBits) - 1;
        long first = lowerBound(rest, from, to);
        long end = first;
        while (end < to && rest(end) == rest) {
            end++;
        }
        if (first == end) {
            return NONE;
        }
        long[] codes = new long[(int) (end - first)];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code(first + i);
        }
        return codes;
    }

    /// First entry of the bucket whose rest is no less. Rests are spread evenly, so it lies near
    /// the place that its rest says.
    private long lowerBound(long rest, long from, long to) {
        long low = from;
        long high = to;
        while (high - low > MAX_STEPS) {
            long middle = (low + high) >>> 1;
            if (rest(middle) < rest) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        long at = low > from || high < to ? low : from + (long) (rest * restScale * (to - from));
        while (at > low && rest(at - 1) >= rest) {
            at--;
        }
        while (at < high && rest(at) < rest) {
            at++;
        }
        return at;
    }

    /// The bits of the key that the bucket does not give.
    private long rest(long entry) {
        long start = FileHeader.BYTES + entry * entryBytes;
        long low = bytes.get(LONG, start);
        long high =
                bytes.get(LONG, start + entryBytes - Long.BYTES)
                        >>> (Byte.SIZE * (2 * Long.BYTES - entryBytes));
        return high << (Long.SIZE - EntryCode.BITS) | low >>> EntryCode.BITS;
    }

    private long code(long entry) {
        return bytes.get(LONG, FileHeader.BYTES + entry * entryBytes) & (1L << EntryCode.BITS) - 1;
    }

    /// An entry from its codes.
    DocumentEntry entry(String plain, long code) {
        DocumentEntry entry = EntryCode.entry(plain, code);
        if (entry == null) {
            throw damaged("an entry has an issuer, type or reason that does not exist");
        }
        return entry;
    }

    /// All entries with a long number that is the same as this one after folding, ascending.
    List<LongEntry> findLong(String plain) {
        long hash = LongEntry.hash(DocumentNumber.of(plain).folded());
        long bucket = bucket(hash, header.longBucketBits());
        long at = header.longStart() + longPlace(bucket);
        long end = header.longStart() + longPlace(bucket + 1);
        if (at == end) {
            return List.of();
        }
        requireSound(at, end);
        List<LongEntry> found = new ArrayList<>(0);
        while (at < end) {
            int length = bytes.get(ValueLayout.JAVA_BYTE, at);
            long next = at + LongEntry.bytes(length);
            if (length <= NumberCode.MAX_LENGTH || next > end) {
                throw damaged("a long number is no entry");
            }
            if (length == plain.length() && isFoldedAlike(at + 1, plain)) {
                found.add(longEntry(ByteBuffer.wrap(copy(at, next))));
            }
            at = next;
        }
        return found;
    }

    private boolean isFoldedAlike(long start, String plain) {
        for (int i = 0; i < plain.length(); i++) {
            if (!NumberCode.isFoldedAlike(
                    bytes.get(ValueLayout.JAVA_BYTE, start + i), plain.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private LongEntry longEntry(ByteBuffer next) {
        LongEntry entry = LongEntry.read(next);
        if (entry == null || entry.isRemoved()) {
            throw damaged("a long number is no entry");
        }
        return entry;
    }

    private byte[] copy(long from, long to) {
        byte[] copy = new byte[(int) (to - from)];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, copy, 0, copy.length);
        return copy;
    }

    private List<LongEntry> longBucket(long bucket) {
        long from = longPlace(bucket);
        long to = longPlace(bucket + 1);
        if (from == to) {
            return List.of();
        }
        long start = header.longStart();
        requireSound(start + from, start + to);
        List<LongEntry> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(copy(start + from, start + to));
        while (rest.hasRemaining()) {
            entries.add(longEntry(rest));
        }
        return entries;
    }

    /// Checks the blocks of a stretch of the file that were not checked before.
    private void requireSound(long from, long to) {
        long last = (to - 1 - FileHeader.BYTES) / FileHeader.BLOCK_BYTES;
        for (long block = (from - FileHeader.BYTES) / FileHeader.BLOCK_BYTES;
                block <= last;
                block++) {
            int word = (int) (block / Long.SIZE);
            long bit = 1L << (block % Long.SIZE);
            if ((checked.getPlain(word) & bit) == 0) {
                check(block);
                checked.getAndUpdate(word, bits -> bits | bit);
            }
        }
    }

    private void check(long block) {
        long start = FileHeader.BYTES + block * FileHeader.BLOCK_BYTES;
        CRC32C crc = new CRC32C();
        crc.update(copy(start, Math.min(start + FileHeader.BLOCK_BYTES, directoryStart)));
        if ((int) crc.getValue()
                != bytes.get(INT, header.checksumStart() + block * Integer.BYTES)) {
            throw damaged("the checksum of block " + block + " does not hold");
        }
    }

    /// Reads the whole file: all checksums, the order of the entries, and that each is one.
    ///
    /// @throws IndexFileException where something does not hold
    void verify() throws IOException {
        checkTables();
        for (long block = 0; block < header.blocks(); block++) {
            check(block);
        }
        CodeCursor codes = codes();
        long lastKey = -1;
        long lastIdentity = -1;
        while (codes.next()) {
            long identity = EntryCode.identity(codes.code());
            if (codes.key() == lastKey && identity <= lastIdentity) {
                throw damaged("entries are out of order");
            }
            if (codes.key() < lastKey) {
                throw damaged("entries are out of order");
            }
            String plain = NumberCode.plain(codes.key(), EntryCode.spelling(codes.code()));
            if (plain.isEmpty()) {
                throw damaged("an entry has a number that does not exist");
            }
            DocumentEntry entry = entry(plain, codes.code());
            if (!entry.number().equals(plain)) {
                throw damaged("an entry has a number that does not exist");
            }
            lastKey = codes.key();
            lastIdentity = identity;
        }
        LongEntry last = null;
        long longEntries = 0;
        for (long bucket = 0; bucket < 1L << header.longBucketBits(); bucket++) {
            for (LongEntry entry : longBucket(bucket)) {
                if (bucket(entry.hash(), header.longBucketBits()) != bucket
                        || (last != null && LongEntry.ORDER.compare(last, entry) >= 0)) {
                    throw damaged("long numbers are out of order");
                }
                last = entry;
                longEntries++;
            }
        }
        if (longEntries != header.longEntries()) {
            throw damaged("there are more or fewer long numbers than the header says");
        }
    }

    /// All entries of short numbers in order.
    CodeCursor codes() {
        return new Codes();
    }

    /// All entries of long numbers in order.
    LongCursor longEntries() {
        return new Longs();
    }

    @Override
    public void close() {
        arena.close();
    }

    private final class Codes implements CodeCursor {

        private long at = -1;
        private long bucket;
        private long bucketEnd = place(1);

        @Override
        public boolean next() {
            if (++at >= header.entries()) {
                return false;
            }
            while (at >= bucketEnd) {
                bucketEnd = place(++bucket + 1);
            }
            long start = FileHeader.BYTES + at * entryBytes;
            requireSound(start, start + entryBytes);
            return true;
        }

        @Override
        public long key() {
            return bucket << restBits | rest(at);
        }

        @Override
        public long code() {
            return IndexFile.this.code(at);
        }
    }

    private final class Longs implements LongCursor {

        private long bucket;
        private List<LongEntry> entries = List.of();
        private int at;

        @Override
        public @Nullable LongEntry next() {
            while (at == entries.size()) {
                if (bucket == 1L << header.longBucketBits()) {
                    return null;
                }
                entries = longBucket(bucket++);
                at = 0;
            }
            return entries.get(at++);
        }
    }
}
