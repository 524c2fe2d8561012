package manumit.hub.alerts;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import manumit.hub.database.ListeningConnections;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Has the index follow changes of all hub processes: told by the database, and asking by itself
/// every half second, so that a lost connection delays a change and never loses it.
@Component
class CirculationListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CirculationListener.class);
    private static final String CHANNEL = "manumit_alerts";
    private static final int POLL_MILLIS = 500;
    private static final Duration RETRY = Duration.ofMillis(200);

    private final ListeningConnections connections;
    private final DefaultCirculatedAlerts index;
    private final Semaphore changes = new Semaphore(0);
    private volatile boolean running;
    private ListeningConnections.@Nullable Listening listening;
    private @Nullable Thread thread;

    CirculationListener(ListeningConnections connections, DefaultCirculatedAlerts index) {
        this.connections = connections;
        this.index = index;
    }

    @Override
    public synchronized void start() {
        running = true;
        listening = connections.listen(CHANNEL, _ -> changes.release(), changes::release);
        thread = Thread.ofPlatform().daemon().name("alert-index").start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (listening != null) {
            listening.close();
        }
        Thread waited = thread;
        if (waited != null) {
            waited.interrupt();
            try {
                waited.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        boolean told = false;
        while (running) {
            try {
                index.catchUp();
                told = false;
                if (!awaitChange()) {
                    Thread.ofPlatform().daemon().name("alert-index-file").start(this::renew);
                }
            } catch (DataAccessException | TransactionException e) {
                if (running && !told) {
                    LOG.warn("changes of alerts are not followed while the database is away");
                    told = true;
                }
                pause();
            }
        }
    }

    /// @return whether one was told
    private boolean awaitChange() {
        try {
            boolean heard = changes.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
            changes.drainPermits();
            return heard;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void renew() {
        try {
            index.renewFileIfDue();
        } catch (DataAccessException | TransactionException e) {
            LOG.info("the index of alerts is written later: the database is away");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
