package manumit.hub.alerts;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import manumit.hub.access.Acting;
import manumit.hub.access.Purpose;
import manumit.hub.access.Reason;
import manumit.hub.alerts.AlertView.Line;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.JournalPort;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.journal.Act;
import manumit.journal.ActKind;
import manumit.journal.Actor;
import org.springframework.stereotype.Component;

/// Alerts of other members that a list shows: an entry in the journal for each, so that its owner
/// knows who received it (R9). An entry about the search alone would not name them.
@Component
class Disclosures {

    private final JournalPort journal;

    Disclosures(JournalPort journal) {
        this.journal = journal;
    }

    /// The same page, once every entry is durable.
    Page<Line> journaled(Page<Line> page) {
        Acting acting = ActingTransaction.signedIn();
        Actor actor =
                acting.kind() == Acting.Kind.USER
                        ? Actor.user(acting.member().toString(), acting.id().toString())
                        : Actor.machine(acting.member().toString(), acting.id().toString());
        Reason reason = ActingTransaction.REASON.orElse(new Reason("", Purpose.INVESTIGATION));
        List<Act> acts =
                page.items().stream()
                        .filter(line -> !line.owner().equals(acting.member()))
                        .map(line ->
                                Act.of(actor, ActKind.READ, "alerts.listed")
                                        .withPurpose(reason.operation(), reason.purpose().code())
                                        .withRecord(AlertView.reference(line.owner(), line.id())))
                        .toList();
        writeAll(acts);
        return page;
    }

    /// Side by side: the journal writes in groups.
    private void writeAll(List<Act> acts) {
        if (acts.isEmpty()) {
            return;
        }
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> written =
                    acts.stream().map(act -> writers.submit(() -> journal.write(act))).toList();
            for (Future<Long> one : written) {
                long _ = one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProblemException known
                    ? known
                    : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
