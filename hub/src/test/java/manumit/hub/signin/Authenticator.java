package manumit.hub.signin;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/// What a person's authenticator program does, for tests of all packages.
public final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Authenticator() {}

    /// @param base32 the secret as shown on the page
    public static String code(String base32, Instant time) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < base32.length(); i++) {
            buffer = (buffer << 5) | BASE32.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                key.write(buffer >> bits);
            }
        }
        return OneTimeCode.at(new OneTimeSecret(key.toByteArray()), time);
    }
}
