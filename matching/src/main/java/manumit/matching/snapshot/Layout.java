package manumit.matching.snapshot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// Where things stand in a snapshot. All numbers are little endian.
///
/// ```text
/// byte   0  magic, 8 bytes
///        8  int   format version
///       12  int   length of the directory
///       16  long  length of the file
///       24  long  offset of the directory
///       32  long  fingerprint of the knowledge tables
///       40  long  number of records
///       48  int   CRC32C of the directory
///       52  int   0
///       56  int   0
///       60  int   CRC32C of bytes 0 to 59
///       64  sections, each on the next multiple of 8 behind the one before, zeroes between
///           directory, likewise: method as text; int count; per section
///           name as text, byte type, long offset, long length, int CRC32C
/// ```
///
/// A text is one byte for its length and so many bytes of ASCII. Magic and version never move, so
/// that every program can tell a later version from damage.
final class Layout {

    /// As in PNG, a byte beyond ASCII and both line ends show files that were carried as text.
    static final long MAGIC = 0x0A1A_0A0D_504E_5389L;

    static final int VERSION = 1;
    static final int HEADER_BYTES = 64;
    static final int ALIGNMENT = 8;
    static final int MAX_SECTIONS = 4096;

    /// More than {@link #MAX_SECTIONS} lines take.
    static final int MAX_DIRECTORY_BYTES = 1 << 20;

    static final long VERSION_AT = 8;
    static final long DIRECTORY_LENGTH_AT = 12;
    static final long FILE_LENGTH_AT = 16;
    static final long DIRECTORY_AT = 24;
    static final long FINGERPRINT_AT = 32;
    static final long RECORDS_AT = 40;
    static final long DIRECTORY_CRC_AT = 48;
    static final long HEADER_CRC_AT = 60;

    static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Section names and methods.
    static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+-]{1,64}");

    /// Bytes that a buffer holds, and that a checksum takes at a time.
    static final int CHUNK_BYTES = 1 << 20;

    private Layout() {}

    /// What a section is made of. The code stands in the file.
    enum Type {
        BYTES(1, 1),
        SHORTS(2, 2),
        INTS(3, 4),
        LONGS(4, 8),
        DOUBLES(5, 8);

        final int code;
        final int elementBytes;

        Type(int code, int elementBytes) {
            this.code = code;
            this.elementBytes = elementBytes;
        }
    }

    /// One line of the directory.
    ///
    /// @param offset from the start of the file, in bytes
    /// @param length in bytes, without the zeroes behind
    record Section(String name, Type type, long offset, long length, int crc) {}

    static long align(long offset) {
        return (offset + ALIGNMENT - 1) & -ALIGNMENT;
    }

    static int crc(MemorySegment segment) {
        CRC32C crc = new CRC32C();
        long size = segment.byteSize();
        for (long at = 0; at < size; at += CHUNK_BYTES) {
            crc.update(segment.asSlice(at, Math.min(CHUNK_BYTES, size - at)).asByteBuffer());
        }
        return (int) crc.getValue();
    }
}
