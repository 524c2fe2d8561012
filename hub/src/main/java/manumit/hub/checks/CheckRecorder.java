package manumit.hub.checks;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import manumit.hub.checks.CheckRows.Known;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.JournalPort;
import manumit.hub.web.ProblemException;
import manumit.journal.Act;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The one writer of checks. Whoever asks waits here until the check is stored and stands in the
/// journal (decision 0017); all that wait share a transaction and an entry group, so that thousands
/// a second cost some hundred commits.
///
/// One thread. Keys are looked up and rows written by it alone, so of two equal questions that
/// arrive at once one is recorded and the other answered from it.
@Component
class CheckRecorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckRecorder.class);

    private static final int MOST_IN_GROUP = 500;

    /// A group waits for others while there is a crowd, never for somebody alone.
    private static final long LINGER_MILLIS = 2;

    private static final int CROWD = 4;

    private static final long LAST_WORK_MILLIS = 20_000;

    private final ActingTransaction transactions;
    private final JournalPort journal;
    private final CheckRows rows;
    private final RecentlyChecked recent;
    private final CheckMeters meters;
    private final List<CheckListener> listeners;
    private final Clock clock;
    private final long patienceMillis;
    private final BlockingQueue<Waiting> waiting;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;

    /// @param mostWaiting checks that may wait; beyond, askers wait for room …
    /// @param patienceMillis … so long, then they are told to come again
    CheckRecorder(
            ActingTransaction transactions,
            JournalPort journal,
            CheckRows rows,
            RecentlyChecked recent,
            CheckMeters meters,
            ObjectProvider<CheckListener> listeners,
            Clock clock,
            @Value("${manumit.checks.most-waiting:4000}") int mostWaiting,
            @Value("${manumit.checks.patience-millis:2000}") long patienceMillis) {
        this.transactions = transactions;
        this.journal = journal;
        this.rows = rows;
        this.recent = recent;
        this.meters = meters;
        this.listeners = listeners.orderedStream().toList();
        this.clock = clock;
        this.patienceMillis = patienceMillis;
        this.waiting = new ArrayBlockingQueue<>(mostWaiting);
        this.thread = Thread.ofPlatform().name("check-recorder").daemon().start(this::run);
    }

    private record Waiting(NewCheck check, CompletableFuture<Recorded> answer) {}

    /// Waits for room only.
    ///
    /// @return completed when the check is durable; exceptionally with a {@link ProblemException}
    ///   `UNAVAILABLE` if it was not recorded, or may not have been
    /// @throws ProblemException `UNAVAILABLE` if too many wait
    CompletableFuture<Recorded> submit(NewCheck check) {
        Waiting one = new Waiting(check, new CompletableFuture<>());
        try {
            if (closed.get() || !waiting.offer(one, patienceMillis, TimeUnit.MILLISECONDS)) {
                meters.refused();
                throw unavailable("too many checks wait; nothing was done, try again later");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("the hub stops; nothing was done");
        }
        if (closed.get()) {
            failAll(List.of(one), "the hub stops; nothing was done");
        }
        return one.answer();
    }

    /// Records what waits, then stops.
    @Override
    public void close() {
        closed.set(true);
        try {
            thread.join(LAST_WORK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int crowd = 1;
        while (!closed.get() || !waiting.isEmpty()) {
            try {
                List<Waiting> group = nextGroup(crowd);
                crowd = group.size();
                if (!group.isEmpty()) {
                    record(group);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Waiting> nextGroup(int crowdBefore) throws InterruptedException {
        List<Waiting> group = new ArrayList<>();
        Waiting first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return group;
        }
        group.add(first);
        waiting.drainTo(group, MOST_IN_GROUP - 1);
        if (crowdBefore > CROWD && group.size() < MOST_IN_GROUP / 2) {
            Thread.sleep(LINGER_MILLIS);
            waiting.drainTo(group, MOST_IN_GROUP - group.size());
        }
        return group;
    }

    /// The border of the thread: whatever goes wrong, nobody is left waiting.
    private void record(List<Waiting> group) {
        long startNanos = System.nanoTime();
        Group work = new Group(group);
        try {
            transactions.asRecorder(sql -> {
                work.write(sql);
                return true;
            });
            meters.recorded(work.fresh.size(), System.nanoTime() - startNanos);
            work.answer();
            recent.add(work.fresh);
            work.leaveRepeats();
        } catch (RuntimeException e) {
            work.tellJournal();
            if (group.size() > 1 && isAboutOne(e)) {
                group.forEach(one -> record(List.of(one)));
            } else {
                LOG.error("checks were not recorded: {}", e.getClass().getName());
                failAll(group, detail(e));
            }
        } catch (Error e) {
            failAll(group, "a fault of the hub's own; nothing was answered");
            throw e;
        }
    }

    /// Is one check of the group the cause, and not database or journal? Then the others need not
    /// suffer.
    private static boolean isAboutOne(RuntimeException e) {
        return !(e instanceof ProblemException)
                && !(e instanceof TransactionException)
                && !(e instanceof TransientDataAccessException)
                && !(e instanceof NonTransientDataAccessResourceException);
    }

    private static String detail(RuntimeException e) {
        return e instanceof ProblemException problem
                ? String.valueOf(problem.getBody().getDetail())
                : "the check could not be recorded now, so it was not answered; try again later, with"
                        + " the same Idempotency-Key if there was one";
    }

    private static void failAll(List<Waiting> group, String detail) {
        for (Waiting one : group) {
            one.answer().completeExceptionally(unavailable(detail));
            one.check().phase().leave();
        }
    }

    private static ProblemException unavailable(String detail) {
        return new ProblemException(ProblemException.Code.UNAVAILABLE, detail);
    }

    /// One group on its way into journal and database.
    private final class Group {

        private final List<Waiting> all;
        private final List<NewCheck> fresh = new ArrayList<>();
        private final IdentityHashMap<NewCheck, Recorded> outcomes = new IdentityHashMap<>();
        private boolean journaled;

        Group(List<Waiting> all) {
            this.all = all;
        }

        void write(JdbcClient sql) {
            List<Act> repeats = partByKeys(rows.find(sql, keys()));
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (!fresh.isEmpty() && !listeners.isEmpty()) {
                List<RecordedCheck> recorded =
                        fresh.stream().map(check -> recorded(check, at)).toList();
                listeners.forEach(listener -> listener.recording(sql, recorded));
            }
            List<Long> entries = journal(repeats);
            if (!fresh.isEmpty()) {
                rows.insert(sql, fresh, at, entries);
            }
            for (int i = 0; i < fresh.size(); i++) {
                outcomes.put(fresh.get(i), new Recorded.Made(at, entries.get(i)));
            }
        }

        private List<CheckRows.Key> keys() {
            List<CheckRows.Key> keys = new ArrayList<>();
            for (Waiting one : all) {
                String key = one.check().key();
                if (key != null) {
                    keys.add(CheckRows.Key.of(one.check(), key));
                }
            }
            return keys;
        }

        /// New ones, repeated ones and those whose key belongs to another question, also among
        /// those that wait together.
        private List<Act> partByKeys(Map<CheckRows.Key, Known> stored) {
            Map<CheckRows.Key, Known> known = new HashMap<>(stored);
            List<Act> repeats = new ArrayList<>();
            for (Waiting one : all) {
                NewCheck check = one.check();
                String key = check.key();
                String hash = check.questionHash();
                if (key == null || hash == null) {
                    fresh.add(check);
                    continue;
                }
                Known earlier =
                        known.putIfAbsent(
                                CheckRows.Key.of(check, key), new Known(check.id(), hash));
                if (earlier == null) {
                    fresh.add(check);
                } else if (earlier.questionHash().equals(hash)) {
                    outcomes.put(check, new Recorded.Repeated(earlier.id()));
                    repeats.add(CheckActs.repeat(check, earlier.id()));
                } else {
                    outcomes.put(check, new Recorded.KeyReused());
                }
            }
            return repeats;
        }

        /// @return number of the first entry of each new check
        private List<Long> journal(List<Act> repeats) {
            List<Act> acts = new ArrayList<>();
            List<Integer> firsts = new ArrayList<>(fresh.size());
            for (NewCheck check : fresh) {
                firsts.add(acts.size());
                acts.addAll(CheckActs.of(check));
            }
            acts.addAll(repeats);
            if (acts.isEmpty()) {
                return List.of();
            }
            List<Long> numbers = journal.writeAll(acts);
            journaled = true;
            return firsts.stream().map(numbers::get).toList();
        }

        void answer() {
            for (Waiting one : all) {
                Recorded outcome = outcomes.get(one.check());
                if (outcome == null) {
                    throw new IllegalStateException("a check without an outcome");
                }
                one.answer().complete(outcome);
            }
        }

        /// Nothing of them is to be found among the recent checks.
        void leaveRepeats() {
            for (Waiting one : all) {
                if (!(outcomes.get(one.check()) instanceof Recorded.Made)) {
                    one.check().phase().leave();
                }
            }
        }

        /// The entries say more than was done: others say that it failed.
        void tellJournal() {
            if (!journaled || fresh.isEmpty()) {
                return;
            }
            try {
                List<Long> _ = journal.writeAll(fresh.stream().map(CheckActs::failed).toList());
            } catch (ProblemException e) {
                LOG.error("the journal says of {} checks that they were made", fresh.size());
            }
        }

        private static RecordedCheck recorded(NewCheck check, Instant at) {
            return new RecordedCheck(
                    check.id(),
                    check.member(),
                    check.asker().acting().id(),
                    check.asker().reason().operation(),
                    check.asker().reason().purpose().code(),
                    check.post(),
                    at,
                    check.particulars(),
                    check.candidates(),
                    check.hidden());
        }
    }
}
