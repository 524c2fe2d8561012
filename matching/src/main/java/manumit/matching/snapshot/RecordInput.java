package manumit.matching.snapshot;

import java.nio.charset.StandardCharsets;

/// Reads what {@link RecordOutput} wrote. Every method throws an `IndexOutOfBoundsException` beyond
/// the last byte. Not thread-safe.
final class RecordInput {

    private final byte[] bytes;
    private int at;

    RecordInput(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /// Reads the same bytes from another place.
    RecordInput(RecordInput other, int at) {
        this(other.bytes, at);
    }

    int at() {
        return at;
    }

    int next() {
        return bytes[at++];
    }

    int nextNumber() {
        int first = bytes[at++];
        if (first >= 0) {
            return first;
        }
        int value = first & 0x7F;
        for (int shift = 7; shift < Integer.SIZE; shift += 7) {
            int next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("a number of more than five bytes");
    }

    int nextInt() {
        int low = pair(at);
        int high = pair(at + 2);
        at += Integer.BYTES;
        return low | (high << 16);
    }

    long nextLong() {
        long low = Integer.toUnsignedLong(nextInt());
        long high = nextInt();
        return low | (high << Integer.SIZE);
    }

    String nextText() {
        int header = nextNumber();
        int length = header >>> 1;
        if (length > bytes.length - at) {
            throw new IndexOutOfBoundsException("a text beyond the record");
        }
        int start = at;
        at += length;
        if ((header & 1) == 0) {
            return new String(bytes, start, length, StandardCharsets.UTF_8);
        }
        char[] units = new char[length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) pair(start + 2 * i);
        }
        return new String(units);
    }

    void skipText() {
        skip(nextNumber() >>> 1);
    }

    void skip(int count) {
        if (count > bytes.length - at) {
            throw new IndexOutOfBoundsException("a field beyond the record");
        }
        at += count;
    }

    /// Sixteen bits, the low byte first.
    private int pair(int start) {
        int low = Byte.toUnsignedInt(bytes[start]);
        int high = Byte.toUnsignedInt(bytes[start + 1]);
        return low | (high << Byte.SIZE);
    }
}
