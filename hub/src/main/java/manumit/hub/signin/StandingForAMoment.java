package manumit.hub.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
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

    /// A look-up begun after the changes that the generation counts; a later change is not waited
    /// for with it.
    private record LookUp(String whom, long generation) {

        @Override
        public String toString() {
            return "LookUp";
        }
    }

    /// Of many requests of a machine whose standing was forgotten at once, one asks the database.
    private final Map<LookUp, CompletableFuture<Optional<SignedIn>>> underWay =
            new ConcurrentHashMap<>();

    Optional<SignedIn> find(String whom, Supplier<Optional<SignedIn>> lookUp) {
        SignedIn kept = known.getIfPresent(whom);
        if (kept != null) {
            return Optional.of(kept);
        }
        LookUp own = new LookUp(whom, generation.get());
        CompletableFuture<Optional<SignedIn>> answer = new CompletableFuture<>();
        CompletableFuture<Optional<SignedIn>> others = underWay.putIfAbsent(own, answer);
        if (others != null) {
            return await(others);
        }
        try {
            Optional<SignedIn> found = lookUp.get();
            found.ifPresent(standing -> {
                known.put(whom, standing);
                // What was read before a change must not outlive it.
                if (generation.get() != own.generation()) {
                    known.invalidate(whom);
                }
            });
            answer.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(own, answer);
        }
    }

    private static Optional<SignedIn> await(CompletableFuture<Optional<SignedIn>> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }

    void forget() {
        generation.incrementAndGet();
        known.invalidateAll();
    }
}
