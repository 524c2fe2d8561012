package manumit.journal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The public half of a {@link SigningKey}: proves checkpoints, signs none. Immutable.
public final class VerifyingKey {

    static final String ALGORITHM = "Ed25519";

    /// Longest Base64 text taken for a key; an Ed25519 key has 60 characters.
    private static final int MOST_CHARS = 200;

    private final PublicKey key;
    private final ChainHash fingerprint;

    private VerifyingKey(PublicKey key) {
        this.key = key;
        this.fingerprint = ChainHash.ofAll(key.getEncoded());
    }

    static VerifyingKey of(PublicKey key) {
        return new VerifyingKey(key);
    }

    /// @param base64 the key as X.509 SubjectPublicKeyInfo in Base64; lines of PEM around it are
    ///   skipped
    /// @throws IllegalArgumentException if it is no Ed25519 key
    public static VerifyingKey parse(String base64) {
        StringBuilder body = new StringBuilder();
        base64.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("-----"))
                .forEach(body::append);
        if (body.length() > MOST_CHARS) {
            throw new IllegalArgumentException("key: too long for a public Ed25519 key");
        }
        try {
            return new VerifyingKey(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(
                                    new X509EncodedKeySpec(
                                            Base64.getDecoder().decode(body.toString()))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("key: is no public Ed25519 key in Base64", e);
        }
    }

    /// SHA-256 of the encoded key: its name, short enough to be read aloud or printed.
    public ChainHash fingerprint() {
        return fingerprint;
    }

    /// The key as X.509 SubjectPublicKeyInfo in Base64, one line.
    public String base64() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /// The key as PEM.
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + base64() + "\n-----END PUBLIC KEY-----\n";
    }

    boolean hasSigned(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of wrong length or form is one that does not fit.
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && fingerprint.equals(that.fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return "key " + fingerprint;
    }
}
