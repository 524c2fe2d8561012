package manumit.hub.hits;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again, each time so long after the last, whatever happens: the database
/// and the journal may be away for a while. Says once that it cannot.
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration every;
    private final Runnable round;
    private final ScheduledExecutorService executor;
    private volatile boolean running;
    private boolean failing;

    /// @param name of what is done, for the thread and the log
    Rounds(String name, Duration every, Runnable round) {
        this.name = name;
        this.every = every;
        this.round = round;
        this.executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    void start() {
        running = true;
        ScheduledFuture<?> _ =
                executor.scheduleWithFixedDelay(
                        this::once, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        running = false;
        executor.shutdownNow();
    }

    boolean isRunning() {
        return running;
    }

    private void once() {
        try {
            round.run();
            failing = false;
        } catch (RuntimeException e) {
            if (running && !failing) {
                LOG.warn("{} stand still: {}", name, e.getClass().getName());
            }
            failing = true;
        }
    }
}
