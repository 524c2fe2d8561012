package manumit.journal;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

/// A person's identifier as a keyed hash: the first 16 bytes of an HMAC-SHA-256. Made by {@link
/// SubjectKey}. Without the key it can neither be undone nor guessed. Ordered as unsigned bytes.
public record SubjectHash(long high, long low) implements Comparable<SubjectHash> {

    /// Length in bytes.
    public static final int BYTES = 16;

    /// @param hex 32 lower-case hexadecimal digits
    /// @throws IllegalArgumentException if it is anything else
    public static SubjectHash parse(String hex) {
        if (hex.length() != 2 * BYTES || !hex.equals(hex.toLowerCase(java.util.Locale.ROOT))) {
            throw new IllegalArgumentException("subject: must be 32 lower-case hexadecimal digits");
        }
        return read(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }

    static SubjectHash read(ByteBuffer bytes) {
        return new SubjectHash(bytes.getLong(), bytes.getLong());
    }

    public String hex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    /// As the database keeps it.
    UUID uuid() {
        return new UUID(high, low);
    }

    @Override
    public int compareTo(SubjectHash other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return "subject " + hex().substring(0, 8);
    }
}
