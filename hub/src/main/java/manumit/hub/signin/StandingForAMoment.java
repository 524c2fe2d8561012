package manumit.hub.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Standings, kept for a moment: a machine that asks a thousand times a second is looked up five
/// times. Forgotten whenever a request of this hub may have changed anything, before that request
/// is answered. Thread-safe.
final class StandingForAMoment {

    /// As late as a suspension made on another hub may act here.
    private static final Duration MOMENT = Duration.ofMillis(200);

    private static final int MOST = 10_000;

    private final Cache<String, SignedIn> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();
    private final AtomicLong generation = new AtomicLong();

    Optional<SignedIn> find(String whom, Supplier<Optional<SignedIn>> lookUp) {
        SignedIn kept = known.getIfPresent(whom);
        if (kept != null) {
            return Optional.of(kept);
        }
        long before = generation.get();
        Optional<SignedIn> found = lookUp.get();
        found.ifPresent(standing -> {
            known.put(whom, standing);
            // What was read before a change must not outlive it.
            if (generation.get() != before) {
                known.invalidate(whom);
            }
        });
        return found;
    }

    void forget() {
        generation.incrementAndGet();
        known.invalidateAll();
    }
}
