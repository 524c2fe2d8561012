package manumit.hub.journal;

import java.util.List;
import manumit.journal.Act;

/// Where the hub writes what was done (R12). The module `journal` stands behind it.
public interface JournalPort {

    /// Writes one act and waits until it is durable.
    ///
    /// @return its number
    /// @throws manumit.hub.web.ProblemException `UNAVAILABLE` if it was not written, or may not
    ///   have been
    long write(Act act);

    /// Writes acts, in this order, and waits until all are durable.
    ///
    /// @return their numbers, in the same order
    /// @throws manumit.hub.web.ProblemException `UNAVAILABLE` if they were not written; some may
    ///   have been
    default List<Long> writeAll(List<Act> acts) {
        return acts.stream().map(this::write).toList();
    }
}
