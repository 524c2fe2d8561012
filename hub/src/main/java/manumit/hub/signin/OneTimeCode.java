package manumit.hub.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes that change with time: RFC 6238 with HMAC-SHA-1, steps of 30 s and six digits, what every
/// authenticator program knows.
final class OneTimeCode {

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /// A clock may be off by one step either way.
    private static final int DRIFT_STEPS = 1;

    private OneTimeCode() {}

    static String at(OneTimeSecret secret, Instant time) {
        return code(secret, step(time));
    }

    /// The step whose code this is, if it is one later than `lastStep`: a code works once.
    static OptionalLong acceptedStep(
            OneTimeSecret secret, String code, Instant time, long lastStep) {
        long now = step(time);
        for (long step = now - DRIFT_STEPS; step <= now + DRIFT_STEPS; step++) {
            if (step > lastStep && code(secret, step).equals(code.strip())) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    private static String code(OneTimeSecret secret, long step) {
        byte[] mac;
        try {
            Mac hmac = Mac.getInstance("HmacSHA1");
            hmac.init(new SecretKeySpec(secret.key(), "HmacSHA1"));
            mac = hmac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
        int offset = mac[mac.length - 1] & 15;
        int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % POWERS[DIGITS]);
    }
}
