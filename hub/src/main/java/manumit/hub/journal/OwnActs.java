package manumit.hub.journal;

import java.util.function.Supplier;
import manumit.hub.access.Purpose;
import manumit.journal.ActKind;
import org.springframework.stereotype.Component;

/// What the hub does by itself, outside of any request.
@Component
public class OwnActs {

    private final JournalPort journal;

    OwnActs(JournalPort journal) {
        this.journal = journal;
    }

    /// Runs work that may change something; if it does, an entry is written before the commit, as
    /// for a request.
    ///
    /// @param action such as `hub.first-invitation`
    public <T> T run(String action, Supplier<T> work) {
        ActUnderWay act =
                new ActUnderWay(
                                journal,
                                new ActDescription(
                                        ActKind.ADMINISTRATION,
                                        action,
                                        Purpose.ADMINISTRATION,
                                        false))
                        .by(Actors.HUB);
        try {
            return ActUnderWay.run(act, work::get);
        } catch (RuntimeException e) {
            Failure failure = Failure.of(e);
            act.fail(failure.outcome(ActKind.ADMINISTRATION), failure.code());
            throw e;
        }
    }
}
