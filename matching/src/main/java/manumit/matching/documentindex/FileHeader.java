package manumit.matching.documentindex;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// The first {@value #BYTES} bytes of a file, from which the place of everything else follows.
///
/// All numbers are little-endian. Behind the header stand, without gaps:
///
/// 1. *entries*: `entryBytes` each, ascending; the bits of the key that the bucket does not give,
///    and behind them the bits of {@link EntryCode}
/// 2. *long entries*, as {@link LongEntry} says, ascending
/// 3. *directory*: 2^bucketBits + 1 places in the entries, 4 bytes each. Bucket b holds the keys
///    whose leading bits are b, from place b to place b + 1
/// 4. *long directory*: the same for long entries by the leading bits of their hash, as places in
///    bytes, 8 bytes each
/// 5. *checksums*: CRC-32C of each block of 4096 bytes of 1 and 2, 4 bytes each
///
/// @param entries how many, at most 2^32 − 1
/// @param bucketBits leading bits of a key that say the bucket
/// @param longEntries how many
/// @param longBucketBits leading bits of a hash that say the bucket
/// @param longBytes length of part 2
/// @param tableChecksum CRC-32C of parts 3 to 5
record FileHeader(
        long entries,
        int bucketBits,
        long longEntries,
        int longBucketBits,
        long longBytes,
        int tableChecksum) {

    static final int BYTES = 4096;
    static final int BLOCK_BYTES = 4096;
    static final int VERSION = 1;

    /// As many as an unsigned place in the directory can tell.
    static final long MAX_ENTRIES = (1L << Integer.SIZE) - 1;

    static final int MAX_BUCKET_BITS = 30;

    /// Neither text nor anything that line endings or a lost eighth bit would leave intact.
    private static final byte[] MAGIC = {(byte) 0x89, 'M', 'D', 'I', '\r', '\n', 0x1A, '\n'};

    /// Entries of a bucket on average: from this to twice as many.
    private static final int BUCKET_ENTRIES = 16;

    /// The same for long entries, which are read through from the first of the bucket.
    private static final int LONG_BUCKET_ENTRIES = 4;

    private static final long MAX_LONG_BYTES = 1L << 44;
    private static final int CHECKSUM_PLACE = BYTES - Integer.BYTES;

    /// Leading bits that spread so many entries over buckets.
    static int bucketBits(long entries) {
        return bits(entries / BUCKET_ENTRIES);
    }

    static int longBucketBits(long longEntries) {
        return bits(longEntries / LONG_BUCKET_ENTRIES);
    }

    /// The logarithm, rounded down, within the limits.
    private static int bits(long buckets) {
        return Math.min(
                MAX_BUCKET_BITS, Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, buckets)));
    }

    /// Bits of a key behind those of the bucket.
    int restBits() {
        return NumberCode.KEY_BITS - bucketBits;
    }

    int entryBytes() {
        return (restBits() + EntryCode.BITS + Byte.SIZE - 1) / Byte.SIZE;
    }

    long longStart() {
        return BYTES + entries * entryBytes();
    }

    long directoryStart() {
        return longStart() + longBytes;
    }

    long longDirectoryStart() {
        return directoryStart() + ((1L << bucketBits) + 1) * Integer.BYTES;
    }

    long checksumStart() {
        return longDirectoryStart() + ((1L << longBucketBits) + 1) * Long.BYTES;
    }

    long blocks() {
        return (directoryStart() - BYTES + BLOCK_BYTES - 1) / BLOCK_BYTES;
    }

    long fileBytes() {
        return checksumStart() + blocks() * Integer.BYTES;
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC)
                .putInt(VERSION)
                .putInt(NumberCode.FOLD_CHECKSUM)
                .putLong(entries)
                .putLong(longEntries)
                .putLong(longBytes)
                .putInt(bucketBits)
                .putInt(longBucketBits)
                .putInt(tableChecksum);
        bytes.putInt(CHECKSUM_PLACE, checksum(bytes.array()));
        return bytes.array();
    }

    /// @param start of the file, as much as there is of it
    /// @param size of the file
    static FileHeader read(Path file, byte[] start, long size) {
        ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= start.length) {
                throw new IndexFileException(
                        file, IndexFileException.Code.TRUNCATED, "ends in its first bytes");
            }
            if (bytes.get() != MAGIC[i]) {
                throw new IndexFileException(
                        file, IndexFileException.Code.FOREIGN, "is no document index");
            }
        }
        if (start.length < BYTES) {
            throw new IndexFileException(
                    file, IndexFileException.Code.TRUNCATED, "ends in its header");
        }
        int version = bytes.getInt();
        if (Integer.compareUnsigned(version, VERSION) > 0) {
            throw new IndexFileException(
                    file,
                    IndexFileException.Code.NEWER,
                    "has format "
                            + Integer.toUnsignedString(version)
                            + ", known is up to "
                            + VERSION);
        }
        if (bytes.getInt(CHECKSUM_PLACE) != checksum(start)) {
            throw damaged(file, "the header's checksum does not hold");
        }
        if (bytes.getInt() != NumberCode.FOLD_CHECKSUM) {
            throw new IndexFileException(
                    file,
                    IndexFileException.Code.OTHER_FOLD,
                    "confused characters were folded by other rules");
        }
        long entries = bytes.getLong();
        long longEntries = bytes.getLong();
        long longBytes = bytes.getLong();
        int bucketBits = bytes.getInt();
        int longBucketBits = bytes.getInt();
        if (version != VERSION
                || entries < 0
                || entries > MAX_ENTRIES
                || longBytes < 0
                || longBytes > MAX_LONG_BYTES
                || longEntries < 0
                || longEntries > longBytes
                || bucketBits < 0
                || bucketBits > MAX_BUCKET_BITS
                || longBucketBits < 0
                || longBucketBits > MAX_BUCKET_BITS) {
            throw damaged(file, "the header has impossible values");
        }
        FileHeader header =
                new FileHeader(
                        entries,
                        bucketBits,
                        longEntries,
                        longBucketBits,
                        longBytes,
                        bytes.getInt());
        if (size < header.fileBytes()) {
            throw new IndexFileException(
                    file,
                    IndexFileException.Code.TRUNCATED,
                    "has " + size + " bytes of " + header.fileBytes());
        }
        if (size > header.fileBytes()) {
            throw damaged(file, "has " + size + " bytes instead of " + header.fileBytes());
        }
        return header;
    }

    private static IndexFileException damaged(Path file, String what) {
        return new IndexFileException(file, IndexFileException.Code.DAMAGED, what);
    }

    /// Of everything before the checksum itself.
    private static int checksum(byte[] header) {
        CRC32C crc = new CRC32C();
        crc.update(header, 0, CHECKSUM_PLACE);
        return (int) crc.getValue();
    }
}
