package manumit.hub.hits;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks at clocks and notices again and again while the hub runs.
@Component
class HitRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HitRounds.class);

    private final HitClock hitClock;
    private final Notices notices;
    private final Clock clock;
    private final Duration every;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("hit clocks").factory());
    private volatile boolean running;
    private boolean failing;

    HitRounds(
            HitClock hitClock,
            Notices notices,
            Clock clock,
            @Value("${manumit.hits.every:10s}") Duration every) {
        this.hitClock = hitClock;
        this.notices = notices;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public void start() {
        running = true;
        ScheduledFuture<?> _ =
                executor.scheduleWithFixedDelay(
                        this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Goes on after whatever happens: the database and the journal may be away for a while.
    private void round() {
        try {
            hitClock.tick(clock.instant());
            notices.sendDue();
            failing = false;
        } catch (RuntimeException e) {
            if (running && !failing) {
                LOG.warn("clocks of hits stand still: {}", e.getClass().getName());
            }
            failing = true;
        }
    }
}
