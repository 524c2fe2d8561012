package manumit.hub.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import manumit.hub.web.ProblemException;
import manumit.journal.Act;
import manumit.journal.ActKind;
import manumit.journal.Journal;
import manumit.journal.JournalCounts;
import manumit.journal.JournalException;
import manumit.journal.JournalOptions;
import manumit.journal.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open journal as the hub uses it, and whether it can be written just now.
final class HubJournal implements JournalPort, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubJournal.class);

    private static final int MOST_AT_ONCE = JournalOptions.defaults().mostInGroup();

    private final Journal journal;
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicBoolean probing = new AtomicBoolean();

    HubJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public long write(Act act) {
        try {
            long sequence = journal.append(act).sequence();
            wrote();
            return sequence;
        } catch (JournalException e) {
            throw unwritten(e.reason());
        }
    }

    @Override
    public List<Long> writeAll(List<Act> acts) {
        try {
            List<CompletableFuture<List<Receipt>>> parts = new ArrayList<>();
            for (int from = 0; from < acts.size(); from += MOST_AT_ONCE) {
                int until = Math.min(acts.size(), from + MOST_AT_ONCE);
                parts.add(journal.submit(acts.subList(from, until)));
            }
            List<Long> numbers = new ArrayList<>(acts.size());
            for (CompletableFuture<List<Receipt>> part : parts) {
                part.join().forEach(receipt -> numbers.add(receipt.sequence()));
            }
            wrote();
            return numbers;
        } catch (CompletionException e) {
            throw unwritten(e.getCause() instanceof JournalException known ? known.reason() : null);
        } catch (JournalException e) {
            throw unwritten(e.reason());
        }
    }

    /// False from the first act that could not be written until one can be.
    ///
    /// Nobody may come while it is false, so it is tried out by an act of the hub's own, which also
    /// leaves in the journal that it was away.
    boolean canWrite() {
        if (failing.get() && probing.compareAndSet(false, true)) {
            probe();
        }
        return !failing.get();
    }

    JournalCounts counts() {
        return journal.counts();
    }

    /// Writes what waits and a last checkpoint.
    @Override
    public void close() {
        journal.close();
    }

    private void probe() {
        try {
            CompletableFuture<List<Receipt>> _ =
                    journal.submit(
                                    List.of(
                                            Act.of(
                                                    Actors.HUB,
                                                    ActKind.ADMINISTRATION,
                                                    "hub.journal-resumed")))
                            .whenComplete((_, failure) -> {
                                probing.set(false);
                                if (failure == null) {
                                    wrote();
                                }
                            });
        } catch (JournalException e) {
            probing.set(false);
        }
    }

    private void wrote() {
        if (failing.compareAndSet(true, false)) {
            LOG.info("the journal can be written again");
        }
    }

    private ProblemException unwritten(JournalException.@Nullable Reason reason) {
        if (failing.compareAndSet(false, true)) {
            LOG.error(
                    "the journal cannot be written: {}", reason == null ? "fault" : reason.code());
        }
        return new ProblemException(
                ProblemException.Code.UNAVAILABLE,
                "the journal cannot be written now, so this was not answered; try again later");
    }
}
