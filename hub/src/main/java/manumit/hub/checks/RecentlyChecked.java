package manumit.hub.checks;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import manumit.hub.alerts.CirculatedAlert;
import manumit.hub.alerts.CirculatedAlerts;
import manumit.hub.checks.StoredChecks.Judged;
import manumit.hub.checks.StoredChecks.Row;
import manumit.hub.database.ActingTransaction;
import manumit.matching.Band;
import manumit.matching.Comparison;
import manumit.matching.Identity;
import manumit.matching.Matcher;
import manumit.matching.MemberSet;
import manumit.matching.Occasion;
import manumit.matching.Particulars;
import manumit.matching.RecentChecks;
import manumit.matching.RecentChecks.RecentCheck;
import manumit.matching.RecentChecks.RetroCandidate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The latest checks, kept in memory to be asked backwards: which of them would have found an alert
/// that is new? Filled by the recorder, and from the table when the hub starts.
@Component
class RecentlyChecked implements PastChecks {

    private static final Logger LOG = LoggerFactory.getLogger(RecentlyChecked.class);

    private static final Matcher MATCHER = Matcher.of(CirculatedAlerts.SCALE);
    private static final Duration LOADING = Duration.ofSeconds(60);

    /// In groups of some, a check costs several times as much to keep as in groups of hundreds …
    private static final long GATHERING_MILLIS = 250;

    /// … and when more than these come in that time, the processor is left to checks: they wait.
    private static final int RUSH = 500;

    private static final int MOST_AT_ONCE = 2_000;

    private final ActingTransaction transactions;
    private final CirculatedAlerts alerts;
    private final StoredChecks stored;
    private final int most;
    private final Object lock = new Object();
    private final RecentChecks checks;
    private final RecentIds ids;
    private final ChecksUnderWay underWay = new ChecksUnderWay();

    /// Not in the index yet, the oldest first; guarded by itself.
    private final Deque<Kept> behind = new ArrayDeque<>();

    /// Since the index was looked after; guarded by {@link #behind}.
    private int arrived;

    private final CompletableFuture<Boolean> loaded = new CompletableFuture<>();

    /// @param most how many of the latest checks are kept, 0 for none; some 1,000 bytes each
    RecentlyChecked(
            ActingTransaction transactions,
            CirculatedAlerts alerts,
            StoredChecks stored,
            @Value("${manumit.checks.recent:200000}") int most) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.stored = stored;
        this.most = Math.max(1, most);
        this.checks =
                RecentChecks.keeping(
                        this.most, CirculatedAlerts.SCALE, work -> Thread.startVirtualThread(work));
        this.ids = new RecentIds(this.most + 300_000);
        Thread _ = Thread.ofPlatform().name("recent-checks").daemon().start(this::catchUp);
    }

    /// In the background: checks are made meanwhile.
    @EventListener
    void load(ApplicationReadyEvent event) {
        Thread _ = Thread.startVirtualThread(this::load);
    }

    void load() {
        try {
            List<Row> rows = transactions.asRecorder(sql -> stored.latest(sql, most));
            List<Kept> kept = new ArrayList<>();
            for (Row row : rows.reversed()) {
                kept.add(new Kept(row.id(), row.member(), row.particulars()));
            }
            keep(kept);
        } catch (RuntimeException e) {
            LOG.error("recent checks were not loaded: {}", e.getClass().getName());
        } finally {
            loaded.complete(true);
        }
    }

    /// A check begins; its phase is left when it is recorded and waits here.
    ChecksUnderWay.Phase begin() {
        return underWay.enter();
    }

    /// From the recorder, after the commit. Put into the index a moment later, by a thread of its
    /// own, or before somebody asks. If more wait than are kept, the oldest would be let go by
    /// then.
    void add(List<NewCheck> made) {
        synchronized (behind) {
            for (NewCheck check : made) {
                behind.add(new Kept(check.id(), check.member(), check.particulars()));
            }
            arrived += made.size();
            while (behind.size() > most) {
                behind.remove();
            }
        }
        made.forEach(one -> one.phase().leave());
    }

    private void catchUp() {
        try {
            while (true) {
                Thread.sleep(GATHERING_MILLIS);
                boolean _ = isRush() || keepSome();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRush() {
        synchronized (behind) {
            boolean rush = arrived > RUSH && behind.size() < most / 2;
            arrived = 0;
            return rush;
        }
    }

    /// @return false if nothing waits
    private boolean keepSome() {
        synchronized (lock) {
            List<Kept> some = new ArrayList<>();
            synchronized (behind) {
                while (!behind.isEmpty() && some.size() < MOST_AT_ONCE) {
                    some.add(behind.remove());
                }
            }
            try {
                keep(some);
            } catch (RuntimeException e) {
                LOG.error("recent checks were not kept: {}", e.getClass().getName());
            }
            return !some.isEmpty();
        }
    }

    /// Those that wait now.
    private void keepAll() {
        int waiting;
        synchronized (behind) {
            waiting = behind.size();
        }
        for (int kept = 0; kept < waiting && keepSome(); kept += MOST_AT_ONCE) {}
    }

    private record Kept(UUID id, UUID member, Particulars particulars) {}

    private void keep(List<Kept> kept) {
        if (kept.isEmpty()) {
            return;
        }
        synchronized (lock) {
            List<RecentCheck> numbered = new ArrayList<>(kept.size());
            for (Kept one : kept) {
                numbered.add(
                        new RecentCheck(
                                ids.add(one.id()), alerts.number(one.member()), one.particulars()));
            }
            checks.addAll(numbered);
        }
    }

    @Override
    public Optional<RecordedCheck> find(JdbcClient sql, UUID check) {
        return stored.findRow(sql, check)
                .map(row ->
                        recorded(
                                row,
                                stored.judged(sql, check).stream().map(Judged::candidate).toList(),
                                List.of()));
    }

    /// Found as a check would have found it, and compared once more for the evidence.
    @Override
    public List<RecordedCheck> matching(Identity alert, Band minBand, int limit) {
        awaitLoaded();
        if (!underWay.awaitEarlier()) {
            LOG.warn("some checks take long; asked without them");
        }
        keepAll();
        List<UUID> found = new ArrayList<>();
        for (RetroCandidate one :
                checks.matching(alert.particulars(), MemberSet.EVERYBODY, minBand, 2 * limit)) {
            ids.find(one.number()).ifPresent(found::add);
        }
        UUID id = UUID.fromString(alert.entity());
        CirculatedAlert circulated = found.isEmpty() ? null : alerts.find(List.of(id)).get(id);
        if (circulated == null) {
            return List.of();
        }
        Map<UUID, Integer> order = new HashMap<>();
        found.forEach(one -> order.put(one, order.size()));
        List<Row> rows =
                transactions.asRecorder(sql -> {
                    Set<UUID> told = told(sql, found, id);
                    return stored.rows(sql, found).stream()
                            .filter(row -> !told.contains(row.id()) && row.traveller() != null)
                            .toList();
                });
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> order.getOrDefault(row.id(), 0)))
                .map(row -> retro(row, alert, circulated, minBand))
                .flatMap(Optional::stream)
                .limit(limit)
                .toList();
    }

    private Optional<RecordedCheck> retro(
            Row row, Identity alert, CirculatedAlert circulated, Band minBand) {
        Comparison comparison =
                MATCHER.compare(row.particulars(), alert.particulars(), Occasion.CHECK);
        if (!comparison.band().atLeast(minBand)) {
            return Optional.empty();
        }
        List<CandidateView> one = List.of(CheckSearch.view(alert, comparison, circulated));
        boolean visible = alert.visibleTo().intersects(MemberSet.of(alerts.number(row.member())));
        return Optional.of(recorded(row, visible ? one : List.of(), visible ? List.of() : one));
    }

    /// Those of these checks that found the alert when they were made.
    private static Set<UUID> told(JdbcClient sql, List<UUID> checks, UUID alert) {
        return new HashSet<>(
                sql.sql(
                                """
                                SELECT check_id FROM manumit.check_candidates
                                WHERE alert = :alert AND check_id = ANY (:checks)
                                """)
                        .param("alert", alert)
                        .param("checks", checks.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    private static RecordedCheck recorded(
            Row row, List<CandidateView> candidates, List<CandidateView> hidden) {
        return new RecordedCheck(
                row.id(),
                row.member(),
                row.actor(),
                row.operation(),
                row.purpose(),
                row.post(),
                row.madeAt(),
                row.particulars(),
                candidates,
                hidden);
    }

    private void awaitLoaded() {
        try {
            loaded.get(LOADING.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("recent checks are still being loaded; asked without the older ones");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
