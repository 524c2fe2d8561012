package manumit.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns identifiers of persons into {@link SubjectHash}es. Whoever holds the key can search the
/// journal for a person; whoever only has the journal cannot. Thread-safe.
///
/// Destroying the key makes every subject of the journal unfindable for good, and leaves the chain
/// intact. A new key does not find what was written under the old one.
public final class SubjectKey {

    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    /// With its key; copied for each hash, since looking it up costs more than hashing.
    private final Mac mac;

    private SubjectKey(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + ": absent, but every Java must have it", e);
        }
    }

    /// @throws IllegalArgumentException unless there are 32 bytes
    public static SubjectKey of(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("subject key: must be " + KEY_BYTES + " bytes");
        }
        return new SubjectKey(key);
    }

    /// Reads the key file, or draws a key by lot and writes it, readable by its owner alone.
    ///
    /// @throws IOException if the file cannot be used; the message says why
    public static SubjectKey openOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] drawn = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(drawn);
            KeyFile.create(file, Base64.getEncoder().encodeToString(drawn) + "\n");
        }
        try {
            return of(Base64.getDecoder().decode(KeyFile.read(file).strip()));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file + ": is no key of " + KEY_BYTES + " bytes in Base64; restore it", e);
        }
    }

    /// The hash of one identifier. Case, width, blanks and punctuation do not count, so that `lv
    /// 123-45` and `LV12345` are one.
    ///
    /// @param kind what it identifies by, for example `document/LV/P` or `alert`; the same value
    ///   under another kind gives another hash
    /// @param value as written
    /// @throws IllegalArgumentException if nothing is left of the value
    public SubjectHash hash(String kind, String value) {
        String folded = fold(value);
        if (folded.isEmpty()) {
            throw new IllegalArgumentException("identifier: no letter or digit in it");
        }
        Mac own = copy();
        own.update(kind.getBytes(StandardCharsets.UTF_8));
        own.update((byte) 0);
        return SubjectHash.read(
                ByteBuffer.wrap(own.doFinal(folded.getBytes(StandardCharsets.UTF_8))));
    }

    private Mac copy() {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + ": cannot be copied in this Java", e);
        }
    }

    private static String fold(String value) {
        StringBuilder folded = new StringBuilder(value.length());
        Normalizer.normalize(value, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(c ->
                        Character.isLetterOrDigit(c)
                                || Character.getType(c) == Character.NON_SPACING_MARK)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    @Override
    public String toString() {
        return "subject key";
    }
}
