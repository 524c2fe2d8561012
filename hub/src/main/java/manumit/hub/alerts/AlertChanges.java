package manumit.hub.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import manumit.hub.alerts.CirculatingRows.Change;
import manumit.matching.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Publishes {@link AlertChange}s one by one, in a thread of its own, so that whoever takes long
/// over one does not keep the index from the next. What waits is the alert's number alone; what it
/// says is read when its turn comes.
@Component
class AlertChanges implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AlertChanges.class);
    private static final int CHUNK = 500;

    /// After a start, changes since the file of the index are taken up again; those before this
    /// were told by the process that ran then.
    private static final Duration NEWS = Duration.ofHours(1);

    private final Circulation.Source source;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LinkedBlockingQueue<UUID> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;

    AlertChanges(
            CirculatingRows rows,
            Visibility visibility,
            ApplicationEventPublisher events,
            Clock clock) {
        this.source = new Circulation.Source(rows, visibility);
        this.events = events;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("alert-changes").unstarted(this::run);
    }

    @Override
    public void afterPropertiesSet() {
        thread.start();
    }

    @Override
    public void destroy() {
        thread.interrupt();
    }

    void tell(List<Change> changes) {
        Instant from = clock.instant().minus(NEWS);
        for (Change change : changes) {
            if (change.changedAt().isAfter(from)) {
                waiting.add(change.alert());
            }
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<UUID> some = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(some, CHUNK);
                publish(some);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(List<UUID> alerts) throws InterruptedException {
        Map<UUID, Identity> now = new HashMap<>();
        try {
            source.rows()
                    .find(alerts)
                    .forEach(row ->
                            source.identity(row)
                                    .ifPresent(identity -> now.put(row.alert().id(), identity)));
        } catch (RuntimeException e) {
            LOG.warn("changes of alerts are told later: the database is away");
            Thread.sleep(Duration.ofSeconds(1));
            waiting.addAll(alerts);
            return;
        }
        for (UUID alert : alerts.stream().distinct().toList()) {
            try {
                events.publishEvent(new AlertChange(alert, now.get(alert)));
            } catch (RuntimeException e) {
                LOG.error("a change of an alert was not taken up: {}", e.getClass().getName());
            }
        }
    }
}
