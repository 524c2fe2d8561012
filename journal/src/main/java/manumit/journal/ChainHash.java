package manumit.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 hash: of an entry and all before it, or of a key. Immutable.
public final class ChainHash {

    /// Length in bytes.
    public static final int BYTES = 32;

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException unless there are 32 bytes
    public static ChainHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "hash: " + bytes.length + " bytes, must be " + BYTES);
        }
        return new ChainHash(bytes.clone());
    }

    /// @param hex 64 lower-case hexadecimal digits
    /// @throws IllegalArgumentException if it is anything else
    public static ChainHash parse(String hex) {
        if (hex.length() != 2 * BYTES || !hex.chars().allMatch(ChainHash::isLowerHex)) {
            throw new IllegalArgumentException("hash: must be 64 lower-case hexadecimal digits");
        }
        return new ChainHash(HexFormat.of().parseHex(hex));
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /// SHA-256 of the parts, one after the other.
    static ChainHash ofAll(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new ChainHash(digest.digest());
    }

    /// This hash and what follows it, hashed: the step of the chain.
    ChainHash then(MessageDigest digest, byte[] canonical, int length) {
        digest.update(bytes);
        digest.update(canonical, 0, length);
        return new ChainHash(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: absent, but every Java must have it", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// 64 lower-case hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
