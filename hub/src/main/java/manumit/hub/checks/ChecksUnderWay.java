package manumit.hub.checks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Which checks have begun and are not yet among the recent ones. Somebody who looks for checks
/// that missed a new alert waits for those that began before: they may have searched without it.
final class ChecksUnderWay {

    private static final long PATIENCE_MILLIS = 10_000;

    /// Checks that began in one stretch of time.
    static final class Phase {

        private final AtomicInteger count = new AtomicInteger();
        private final CompletableFuture<Boolean> over = new CompletableFuture<>();
        private volatile boolean closed;

        /// Once for each check that entered.
        void leave() {
            if (count.decrementAndGet() == 0 && closed) {
                over.complete(true);
            }
        }

        private void close() {
            closed = true;
            if (count.get() == 0) {
                over.complete(true);
            }
        }
    }

    private final AtomicReference<Phase> current = new AtomicReference<>(new Phase());

    /// Before the search.
    Phase enter() {
        while (true) {
            Phase phase = current.get();
            phase.count.incrementAndGet();
            if (current.get() == phase) {
                return phase;
            }
            phase.leave();
        }
    }

    /// Waits until all checks are through that began before this call.
    ///
    /// @return false if it took too long
    synchronized boolean awaitEarlier() {
        Phase earlier = current.getAndSet(new Phase());
        earlier.close();
        try {
            return earlier.over.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
