package manumit.journal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import manumit.journal.JournalException.Reason;

/// The journal, open for writing. Thread-safe; callers may be virtual threads by the thousand.
///
/// One thread writes all that wait in one statement, so a caller waits for one commit, or two if
/// one was under way. A receipt is given when the database has made the entry durable, never
/// earlier. There is one writer to a database; a second `open`, here or elsewhere, is refused.
///
/// If the database goes away, the journal connects again and finds out whether what it was writing
/// has arrived, and writes it if not: each act once. Only when that takes longer than the options'
/// patience are callers told, `UNAVAILABLE` or `IN_DOUBT`.
public final class Journal implements AutoCloseable {

    private final WaitingActs waiting;
    private final JournalWriter writer;
    private final Thread thread;
    private final long patienceMillis;
    private final int mostInGroup;

    private Journal(WaitingActs waiting, JournalWriter writer, JournalOptions options) {
        this.waiting = waiting;
        this.writer = writer;
        this.patienceMillis = options.patience().toMillis();
        this.mostInGroup = options.mostInGroup();
        this.thread = Thread.ofPlatform().name("journal-writer").daemon().unstarted(writer);
    }

    /// Opens the journal of a database and verifies its end.
    ///
    /// @param database gives connections whose user may take on the role `manumit_journal`; one is
    ///   kept
    /// @param signing signs the checkpoints
    /// @param clock for the entries' times
    /// @throws JournalException `IN_USE`, `DAMAGED`, `NOT_DURABLE`, `UNAVAILABLE`
    public static Journal open(
            DataSource database, SigningKey signing, JournalOptions options, Clock clock) {
        WaitingActs waiting = new WaitingActs(options.mostWaiting());
        JournalWriter writer = new JournalWriter(database, signing, options, clock, waiting);
        try {
            writer.connect(options.lockWait().toMillis());
        } catch (SQLException e) {
            throw new JournalException(
                    Reason.UNAVAILABLE,
                    "the database cannot be used (SQL state " + e.getSQLState() + ")",
                    e);
        }
        Journal journal = new Journal(waiting, writer, options);
        journal.thread.start();
        return journal;
    }

    public JournalId id() {
        return writer.id();
    }

    /// Writes an act and waits until it is durable.
    ///
    /// @throws JournalException if it was not written, or may not have been: see its reason
    public Receipt append(Act act) {
        Receipt receipt = await(submit(List.of(act))).getFirst();
        if (receipt.outcome() == Receipt.Outcome.KEY_REUSED) {
            throw new JournalException(
                    Reason.KEY_REUSED,
                    "the idempotency key belongs to entry "
                            + receipt.sequence()
                            + ", a different act; take a new key");
        }
        return receipt;
    }

    /// Writes acts one after the other, without others between them, and waits until they are
    /// durable: all or none, except those whose key is known.
    ///
    /// @param acts at most as many as a group holds
    /// @return what became of each, in the same order
    public List<Receipt> appendAll(List<Act> acts) {
        return await(submit(acts));
    }

    /// The same without waiting for the database; may wait for room.
    ///
    /// @return completed with receipts, or with a {@link JournalException}
    public CompletableFuture<List<Receipt>> submit(List<Act> acts) {
        if (acts.size() > mostInGroup) {
            throw new IllegalArgumentException(
                    "acts: " + acts.size() + ", at most " + mostInGroup + " at once");
        }
        if (acts.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return waiting.add(acts, patienceMillis);
    }

    /// What was done since the journal was opened.
    public JournalCounts counts() {
        return writer.counts();
    }

    /// Writes what waits, signs a last checkpoint and lets go of the database.
    @Override
    public void close() {
        waiting.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join(TimeUnit.MINUTES.toMillis(1));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Receipt> await(CompletableFuture<List<Receipt>> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JournalException failure) {
                throw failure.again();
            }
            throw new IllegalStateException("journal: the writer failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException(Reason.IN_DOUBT, "interrupted while waiting", e);
        }
    }
}
