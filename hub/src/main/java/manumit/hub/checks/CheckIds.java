package manumit.hub.checks;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Identifiers of checks: UUIDs of version 7 (RFC 9562), so that new rows stand at the end of their
/// index. No secret; rights are asked for apart.
final class CheckIds {

    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();
    private final SplittableRandom seeds = new SplittableRandom(new SecureRandom().nextLong());

    CheckIds(Clock clock) {
        this.clock = clock;
    }

    /// Later than all before.
    UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long stamp = last.updateAndGet(before -> Math.max(before + 1, now));
        long millis = stamp >>> COUNTER_BITS;
        long counter = stamp & ((1 << COUNTER_BITS) - 1);
        long random;
        synchronized (seeds) {
            random = seeds.nextLong();
        }
        return new UUID(
                (millis << 16) | 0x7000 | counter,
                (random & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }
}
