package manumit.matching.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of a record being written. Not thread-safe.
final class RecordOutput {

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /// The array behind; valid up to {@link #size}.
    byte[] array() {
        return bytes;
    }

    void put(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void put(byte[] source, int length) {
        ensure(length);
        System.arraycopy(source, 0, bytes, size, length);
        size += length;
    }

    /// Seven bits a byte, the lowest first.
    void putNumber(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            put((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        put(rest);
    }

    void putInt(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            put(value >>> shift);
        }
    }

    void putLong(long value) {
        putInt((int) value);
        putInt((int) (value >>> Integer.SIZE));
    }

    /// Twice the length in bytes, then UTF-8. Text with half a surrogate pair, which UTF-8 cannot
    /// say, is written unit by unit instead, and its length is one more.
    void putText(String text) {
        if (isWellFormed(text)) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            putNumber(Math.multiplyExact(utf8.length, 2));
            put(utf8, utf8.length);
            return;
        }
        putNumber(Math.addExact(Math.multiplyExact(text.length(), 4), 1));
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
            put(text.charAt(i) >>> Byte.SIZE);
        }
    }

    private static boolean isWellFormed(String text) {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                return false;
            }
            at += Character.charCount(point);
        }
        return true;
    }

    private void ensure(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }
}
