package manumit.hub.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import manumit.hub.database.KeyFolder;
import manumit.hub.database.PrivateFiles;
import org.springframework.stereotype.Component;

/// Seals secrets before they go into the database (AES-256-GCM, bound to the user, or to whom else
/// they belong), so that a stolen backup of the database alone signs nobody in. The key is
/// `keys/sign-in.key` of the data folder.
@Component
public class SecretSeal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;

    SecretSeal(KeyFolder folder) {
        try {
            PrivateFiles.folder(folder.path());
            String text = PrivateFiles.secret(folder.path().resolve("sign-in.key"), KEY_BYTES);
            this.key = new SecretKeySpec(Base64.getUrlDecoder().decode(text), "AES");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return nonce, then ciphertext with tag
    public byte[] seal(UUID user, byte[] secret) {
        byte[] nonce = Tokens.bytes(NONCE_BYTES);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, user, nonce, secret);
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    /// @throws IllegalStateException if it was sealed with another key or for another user
    public byte[] open(UUID user, byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] text = new byte[buffer.remaining()];
        buffer.get(text);
        return crypt(Cipher.DECRYPT_MODE, user, nonce, text);
    }

    private byte[] crypt(int mode, UUID user, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(user.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a sign-in secret cannot be opened with keys/sign-in.key", e);
        }
    }
}
