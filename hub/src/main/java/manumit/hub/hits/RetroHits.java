package manumit.hub.hits;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import manumit.hub.alerts.AlertChange;
import manumit.hub.checks.CandidateView;
import manumit.hub.checks.PastChecks;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.OwnActs;
import manumit.matching.Band;
import manumit.matching.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Asks the checks made before about each alert that is new or changed. What it finds waits for a
/// duty officer of the member that checked, who asks the owner or sets it aside; hidden from that
/// member, it waits for the owner.
///
/// Every hub does so for every change; a check and an alert meet once all the same. Done by one
/// thread, after the change is in the index, and never in its way.
@Component
class RetroHits implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RetroHits.class);

    /// Checks that one change may bring up.
    static final int MOST_CHECKS = 500;

    /// Changes that may wait, as when a list is imported.
    private static final int MOST_WAITING = 100_000;

    private final PastChecks checks;
    private final ActingTransaction transactions;
    private final OwnActs acts;
    private final HiddenHits hits;
    private final AtomicLong leftOut = new AtomicLong();
    private final ExecutorService executor =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(MOST_WAITING),
                    Thread.ofPlatform().daemon().name("retro hits").factory());

    RetroHits(PastChecks checks, ActingTransaction transactions, OwnActs acts, HiddenHits hits) {
        this.checks = checks;
        this.transactions = transactions;
        this.acts = acts;
        this.hits = hits;
    }

    @EventListener
    void changed(AlertChange change) {
        Identity identity = change.identity();
        if (identity == null) {
            return;
        }
        try {
            executor.execute(() -> safely(identity));
        } catch (RejectedExecutionException full) {
            if (leftOut.getAndIncrement() == 0) {
                LOG.error("too many changes of alerts at once; some are not asked backwards");
            }
        }
    }

    /// @return how many hits it made
    int ask(Identity alert) {
        List<RecordedCheck> found = checks.matching(alert, Band.POSSIBLE, MOST_CHECKS);
        return found.isEmpty() ? 0 : acts.run("hits.find-backwards", () -> write(alert, found));
    }

    private int write(Identity alert, List<RecordedCheck> found) {
        return transactions.asRecorder(sql -> {
            int made = 0;
            for (RecordedCheck check : found) {
                for (CandidateView candidate : check.candidates()) {
                    made +=
                            is(candidate, alert) && hits.add(sql, check, candidate, false, true)
                                    ? 1
                                    : 0;
                }
                for (CandidateView candidate : check.hidden()) {
                    made +=
                            is(candidate, alert) && hits.add(sql, check, candidate, true, true)
                                    ? 1
                                    : 0;
                }
            }
            return made;
        });
    }

    private static boolean is(CandidateView candidate, Identity alert) {
        return candidate.alert().toString().equals(alert.entity());
    }

    private void safely(Identity alert) {
        try {
            ask(alert);
        } catch (RuntimeException e) {
            LOG.error("an alert was not asked backwards: {}", e.getClass().getName());
        }
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
