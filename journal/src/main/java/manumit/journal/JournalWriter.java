package manumit.journal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import manumit.journal.JournalException.Reason;
import manumit.journal.WaitingActs.Waiting;
import org.jspecify.annotations.Nullable;

/// The thread that writes: takes a group, chains it, writes it, answers.
final class JournalWriter implements Runnable {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final long LONGEST_IDLE_MILLIS = 200;

    private final DataSource database;
    private final SigningKey signing;
    private final JournalOptions options;
    private final Clock clock;
    private final WaitingActs waiting;
    private final CanonicalForm canonical = new CanonicalForm();

    private @Nullable WriterSession session;
    private @Nullable JournalId id;

    /// End of the chain, as last seen in the database. Meaningless without a session.
    private @Nullable ChainHead head;

    /// The same, kept when the connection breaks: nothing up to here may be missing afterwards.
    /// Null before the first connection.
    private @Nullable ChainHead acknowledged;

    private long checkpointedSequence;
    private long checkpointedNanos;

    private final AtomicLong written = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong keysReused = new AtomicLong();
    private final AtomicLong groups = new AtomicLong();
    private final AtomicLong checkpoints = new AtomicLong();
    private final AtomicLong connects = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    JournalWriter(
            DataSource database,
            SigningKey signing,
            JournalOptions options,
            Clock clock,
            WaitingActs waiting) {
        this.database = database;
        this.signing = signing;
        this.options = options;
        this.clock = clock;
        this.waiting = waiting;
    }

    JournalId id() {
        JournalId known = id;
        if (known == null) {
            throw new IllegalStateException("journal: not connected yet");
        }
        return known;
    }

    JournalCounts counts() {
        return new JournalCounts(
                written.get(),
                repeated.get(),
                keysReused.get(),
                groups.get(),
                checkpoints.get(),
                Math.max(0, connects.get() - 1),
                failed.get());
    }

    /// Opens the session and verifies the end of the journal.
    void connect(long lockWaitMillis) throws SQLException {
        WriterSession opened = WriterSession.open(database, options, lockWaitMillis);
        try {
            if (id != null && !opened.id().equals(id)) {
                throw new JournalException(
                        Reason.DAMAGED, "the database holds another journal than before");
            }
            opened.register(signing.verifyingKey());
            VerifiedTail tail = opened.verifiedTail(signing.verifyingKey());
            requireAcknowledged(opened);
            id = opened.id();
            head = tail.head();
            acknowledged = tail.head();
            checkpointedSequence = tail.checkpointedSequence();
            session = opened;
            connects.incrementAndGet();
            checkpointedNanos = System.nanoTime();
        } catch (SQLException | RuntimeException e) {
            opened.abort();
            throw e;
        }
    }

    /// A database that was set back may look whole.
    private void requireAcknowledged(WriterSession opened) throws SQLException {
        ChainHead known = acknowledged;
        if (known == null || known.sequence() == 0) {
            return;
        }
        ChainHash there = opened.findHash(known.sequence());
        if (there == null || !there.equals(known.hash())) {
            throw new JournalException(
                    Reason.DAMAGED,
                    "entry "
                            + known.sequence()
                            + ", which was acknowledged, is gone or another since the connection"
                            + " broke");
        }
    }

    @Override
    public void run() {
        try {
            while (!waiting.isFinished()) {
                List<Waiting> group = waiting.take(options.mostInGroup(), idleMillis());
                if (!group.isEmpty()) {
                    new GroupWriting(group).run();
                }
                checkpointIfDue(false);
            }
            checkpointIfDue(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.close();
            waiting.failAll(
                    new JournalException(Reason.CLOSED, "it was closed; nothing was written"));
            WriterSession open = session;
            if (open != null) {
                open.close();
            }
        }
    }

    private long idleMillis() {
        return Math.min(LONGEST_IDLE_MILLIS, options.checkpointEvery().toMillis());
    }

    private void checkpointIfDue(boolean last) {
        ChainHead end = head;
        WriterSession open = session;
        if (open == null || end == null || end.sequence() == checkpointedSequence) {
            return;
        }
        long sinceNanos = System.nanoTime() - checkpointedNanos;
        if (!last
                && end.sequence() - checkpointedSequence < options.checkpointEveryEntries()
                && sinceNanos < options.checkpointEvery().toNanos()) {
            return;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            open.insert(Checkpoint.sign(signing, id(), end.sequence(), end.hash(), at));
            checkpoints.incrementAndGet();
            checkpointedSequence = end.sequence();
            checkpointedNanos = System.nanoTime();
        } catch (SQLException e) {
            // No entry depends on it; the next connection signs anew.
            disconnect();
        }
    }

    private void disconnect() {
        WriterSession open = session;
        session = null;
        head = null;
        if (open != null) {
            open.abort();
        }
    }

    /// One group on its way into the database.
    private final class GroupWriting {

        private final List<Waiting> group;
        private final List<Act> acts = new ArrayList<>();
        private final long deadlineNanos = System.nanoTime() + options.patience().toNanos();

        /// Entries sent, and the receipts that hold if they have arrived; null before.
        private @Nullable Prepared sent;

        GroupWriting(List<Waiting> group) {
            this.group = group;
            group.forEach(one -> acts.addAll(one.acts()));
        }

        void run() throws InterruptedException {
            try {
                writePatiently();
            } catch (RuntimeException | Error | InterruptedException e) {
                // The border of the thread: whatever went wrong, nobody is left waiting.
                disconnect();
                fail(
                        sent == null
                                ? new JournalException(Reason.UNAVAILABLE, "nothing was written", e)
                                : inDoubt(e));
                if (e instanceof InterruptedException interrupted) {
                    throw interrupted;
                }
                if (e instanceof Error error) {
                    throw error;
                }
            }
        }

        private void writePatiently() throws InterruptedException {
            long pauseMillis = FIRST_PAUSE_MILLIS;
            while (true) {
                try {
                    complete(write());
                    return;
                } catch (SQLException e) {
                    disconnect();
                    if (SqlFailure.isFinal(e) || isLate()) {
                        fail(unavailable(e));
                        return;
                    }
                } catch (JournalException e) {
                    disconnect();
                    if (e.reason() != Reason.IN_USE || isLate()) {
                        fail(sent == null ? e : inDoubt(e));
                        return;
                    }
                }
                Thread.sleep(pauseMillis);
                pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
            }
        }

        private boolean isLate() {
            return System.nanoTime() - deadlineNanos >= 0;
        }

        private Prepared write() throws SQLException {
            WriterSession open = session;
            if (open == null) {
                connect(0);
                open = session;
            }
            ChainHead start = head;
            if (open == null || start == null) {
                throw new IllegalStateException("journal: connected without a session");
            }
            Prepared before = sent;
            if (before != null) {
                ChainHash there = open.findHash(before.end().sequence());
                if (there != null && there.equals(before.end().hash())) {
                    return before;
                }
                sent = null;
            }
            Prepared prepared = prepare(open, start);
            if (!prepared.entries().isEmpty()) {
                send(open, prepared);
            }
            head = prepared.end();
            acknowledged = prepared.end();
            return prepared;
        }

        private void send(WriterSession open, Prepared prepared) throws SQLException {
            sent = prepared;
            try {
                open.insert(prepared.entries());
            } catch (SQLException e) {
                if (!SqlFailure.leavesDoubt(e)) {
                    sent = null;
                }
                throw e;
            }
            sent = null;
        }

        /// Numbers and chains what is new.
        private Prepared prepare(WriterSession open, ChainHead start) throws SQLException {
            List<IdempotencyKey> keys =
                    acts.stream().map(Act::key).filter(key -> !key.isNone()).distinct().toList();
            Map<IdempotencyKey, JournalEntry> known =
                    keys.isEmpty() ? new HashMap<>() : open.findByKeys(keys);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant at = now.isBefore(start.at()) ? start.at() : now;
            List<JournalEntry> entries = new ArrayList<>(acts.size());
            List<Receipt> receipts = new ArrayList<>(acts.size());
            ChainHead end = start;
            for (Act act : acts) {
                IdempotencyKey key = act.key();
                JournalEntry earlier = key.isNone() ? null : known.get(key);
                if (earlier != null) {
                    receipts.add(
                            new Receipt(
                                    earlier.act().equals(act)
                                            ? Receipt.Outcome.REPEATED
                                            : Receipt.Outcome.KEY_REUSED,
                                    earlier.sequence()));
                    continue;
                }
                long sequence = end.sequence() + 1;
                JournalEntry entry =
                        new JournalEntry(
                                sequence, at, act, canonical.hash(end.hash(), sequence, at, act));
                entries.add(entry);
                receipts.add(new Receipt(Receipt.Outcome.WRITTEN, sequence));
                end = end.after(entry);
                if (!key.isNone()) {
                    known.put(key, entry);
                }
            }
            return new Prepared(entries, receipts, end);
        }

        private void complete(Prepared prepared) {
            if (!prepared.entries().isEmpty()) {
                groups.incrementAndGet();
            }
            for (Receipt receipt : prepared.receipts()) {
                switch (receipt.outcome()) {
                    case WRITTEN -> written.incrementAndGet();
                    case REPEATED -> repeated.incrementAndGet();
                    case KEY_REUSED -> keysReused.incrementAndGet();
                }
            }
            int from = 0;
            for (Waiting one : group) {
                int until = from + one.acts().size();
                one.receipts().complete(List.copyOf(prepared.receipts().subList(from, until)));
                from = until;
            }
        }

        private JournalException unavailable(SQLException e) {
            if (sent != null) {
                return inDoubt(e);
            }
            return new JournalException(
                    Reason.UNAVAILABLE,
                    "nothing was written; " + SqlFailure.remedy(e) + ", then try again",
                    e);
        }

        private JournalException inDoubt(Throwable e) {
            return new JournalException(
                    Reason.IN_DOUBT,
                    "the connection broke while writing and did not come back in time; repeat the act"
                            + " with its idempotency key",
                    e);
        }

        private void fail(JournalException failure) {
            failed.addAndGet(acts.size());
            group.forEach(one -> one.receipts().completeExceptionally(failure));
        }
    }

    /// @param entries to be written
    /// @param receipts one for each act
    /// @param end the head once they are written
    private record Prepared(List<JournalEntry> entries, List<Receipt> receipts, ChainHead end) {}
}
