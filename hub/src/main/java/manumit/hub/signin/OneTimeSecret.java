package manumit.hub.signin;

import java.util.HexFormat;

/// What a user's authenticator and the hub share: 160 random bits. Its text says nothing.
final class OneTimeSecret {

    private static final int BYTES = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] key;

    OneTimeSecret(byte[] key) {
        this.key = key.clone();
    }

    static OneTimeSecret random() {
        return new OneTimeSecret(Tokens.bytes(BYTES));
    }

    static OneTimeSecret ofHex(String hex) {
        return new OneTimeSecret(HexFormat.of().parseHex(hex));
    }

    byte[] key() {
        return key.clone();
    }

    /// As people type it into an authenticator: base32 without padding (RFC 4648).
    String base32() {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : key) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "OneTimeSecret";
    }
}
