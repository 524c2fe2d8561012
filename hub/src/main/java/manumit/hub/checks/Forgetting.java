package manumit.hub.checks;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.Actors;
import manumit.hub.journal.JournalPort;
import manumit.journal.Act;
import manumit.journal.ActKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Deletes what is known of travellers when it was kept long enough; that there was a check, where
/// and when, stays for counting.
@Component
class Forgetting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private static final int MOST_AT_ONCE = 5_000;

    private final ActingTransaction transactions;
    private final CheckRows rows;
    private final JournalPort journal;
    private final Clock clock;
    private final Duration kept;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("forget-checks").daemon().factory());

    /// @param keptDays how long travellers of checks are kept
    Forgetting(
            ActingTransaction transactions,
            CheckRows rows,
            JournalPort journal,
            Clock clock,
            @Value("${manumit.checks.kept-days:90}") int keptDays) {
        this.transactions = transactions;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
        this.kept = Duration.ofDays(keptDays);
        var _ = timer.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.MINUTES);
    }

    private void run() {
        try {
            int _ = forget();
        } catch (RuntimeException e) {
            LOG.error("old checks were not emptied: {}", e.getClass().getName());
        }
    }

    /// All that is due.
    ///
    /// @return how many checks were emptied
    int forget() {
        int all = 0;
        int some;
        do {
            some =
                    transactions.asRecorder(sql -> {
                        int emptied = rows.forget(sql, clock.instant(), kept, MOST_AT_ONCE);
                        if (emptied > 0) {
                            long _ =
                                    journal.write(
                                            Act.of(
                                                            Actors.HUB,
                                                            ActKind.ADMINISTRATION,
                                                            "checks.forget")
                                                    .withPayload("{\"checks\":" + emptied + "}"));
                        }
                        return emptied;
                    });
            all += some;
        } while (some == MOST_AT_ONCE);
        return all;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
