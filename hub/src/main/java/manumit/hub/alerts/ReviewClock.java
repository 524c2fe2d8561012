package manumit.hub.alerts;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import manumit.hub.access.Acting;
import manumit.hub.access.Purpose;
import manumit.hub.alerts.AlertNotices.What;
import manumit.hub.alerts.CirculatingRows.Overdue;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.JournalPort;
import manumit.hub.ownership.OwnedRecords;
import manumit.journal.Act;
import manumit.journal.ActKind;
import manumit.journal.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Deletes alerts whose review date passed without an answer (R8), every hour, on every process;
/// each alert once, since whoever deletes it holds it. Deleted in the name of the owner, who finds
/// it in the journal; receivers are told.
@Component
class ReviewClock implements SmartLifecycle {

    /// The owner is reminded so long before.
    static final int MONTHS_BEFORE = 6;

    private static final Logger LOG = LoggerFactory.getLogger(ReviewClock.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int CHUNK = 1_000;
    private static final UUID NOBODY = new UUID(0, 0);

    private final ActingTransaction transactions;
    private final CirculatingRows circulating;
    private final AlertRows rows;
    private final AlertNotices notices;
    private final OwnedRecords records;
    private final JournalPort journal;
    private final QualityGate gate;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("alert-review").factory());
    private volatile boolean running;

    ReviewClock(
            ActingTransaction transactions,
            CirculatingRows circulating,
            AlertRows rows,
            AlertNotices notices,
            OwnedRecords records,
            JournalPort journal,
            QualityGate gate) {
        this.transactions = transactions;
        this.circulating = circulating;
        this.rows = rows;
        this.notices = notices;
        this.records = records;
        this.journal = journal;
        this.gate = gate;
    }

    @Override
    public void start() {
        running = true;
        var _ =
                clock.scheduleWithFixedDelay(
                        this::run, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        clock.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            int deleted = deleteOverdue();
            if (deleted > 0) {
                LOG.info("alerts deleted since nobody reviewed them in time: {}", deleted);
            }
        } catch (RuntimeException e) {
            LOG.warn("alerts that are overdue are deleted later: {}", e.getClass().getName());
        }
    }

    /// @return number of alerts deleted by this call
    int deleteOverdue() {
        int deleted = 0;
        int before;
        do {
            before = deleted;
            for (Overdue overdue : circulating.overdue(gate.today(), CHUNK)) {
                deleted += delete(overdue) ? 1 : 0;
            }
        } while (deleted > before);
        return deleted;
    }

    private boolean delete(Overdue overdue) {
        Acting owner = new Acting(Acting.Kind.MACHINE, NOBODY, overdue.owner(), Set.of(), Set.of());
        return transactions.as(
                owner,
                sql -> {
                    boolean held =
                            !sql.sql(
                                            """
                                            SELECT id FROM manumit.alerts
                                            WHERE id = :id AND review_on < :today
                                            FOR UPDATE SKIP LOCKED
                                            """)
                                    .param("id", overdue.id())
                                    .param("today", gate.today())
                                    .query()
                                    .listOfRows()
                                    .isEmpty();
                    if (!held) {
                        return false;
                    }
                    notices.tell(sql, rows.find(sql, overdue.id()).orElseThrow(), What.WITHDRAWN);
                    boolean deleted = records.delete(sql, overdue.id());
                    // Before the commit, as for every change (decision 0017).
                    journal.write(
                            Act.of(Actor.machine("hub", "hub"), ActKind.CHANGE, "alerts.overdue")
                                    .withPurpose("", Purpose.DATA_PROTECTION.code())
                                    .withRecord(
                                            AlertView.reference(overdue.owner(), overdue.id())));
                    return deleted;
                });
    }
}
