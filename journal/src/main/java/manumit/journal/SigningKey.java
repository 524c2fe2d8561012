package manumit.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// The Ed25519 key that signs checkpoints. Kept outside the database: whoever can only write there
/// cannot sign. Thread-safe.
///
/// The file holds both halves, as PEM: `PRIVATE KEY` (PKCS #8) and `PUBLIC KEY` (X.509).
public final class SigningKey {

    private static final String PRIVATE_BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String PRIVATE_END = "\n-----END PRIVATE KEY-----\n";

    private final PrivateKey privateKey;
    private final VerifyingKey verifyingKey;

    private SigningKey(PrivateKey privateKey, VerifyingKey verifyingKey) {
        this.privateKey = privateKey;
        this.verifyingKey = verifyingKey;
    }

    /// A new key, drawn by lot and kept nowhere.
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519: absent, but every Java must have it", e);
        }
    }

    /// Reads the key file, or draws a key by lot and writes it, readable by its owner alone.
    ///
    /// @throws IOException if the file cannot be used; the message says why
    public static SigningKey openOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            SigningKey drawn = generate();
            KeyFile.create(
                    file,
                    PRIVATE_BEGIN
                            + Base64.getEncoder().encodeToString(drawn.privateKey.getEncoded())
                            + PRIVATE_END
                            + drawn.verifyingKey.pem());
        }
        String text = KeyFile.read(file);
        int end = text.indexOf(PRIVATE_END);
        if (!text.startsWith(PRIVATE_BEGIN) || end < 0) {
            throw new IOException(file + ": is no signing key as PEM; restore it");
        }
        try {
            SigningKey key =
                    new SigningKey(
                            KeyFactory.getInstance(VerifyingKey.ALGORITHM)
                                    .generatePrivate(
                                            new PKCS8EncodedKeySpec(
                                                    Base64.getDecoder()
                                                            .decode(
                                                                    text.substring(
                                                                            PRIVATE_BEGIN.length(),
                                                                            end)))),
                            VerifyingKey.parse(text.substring(end + PRIVATE_END.length())));
            byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
            if (!key.verifyingKey.hasSigned(probe, key.sign(probe))) {
                throw new IOException(file + ": its two halves do not belong together; restore it");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + ": is no signing key as PEM; restore it", e);
        }
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519: the key cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return "signing half of " + verifyingKey;
    }
}
