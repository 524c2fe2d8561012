package manumit.hub.journal;

import manumit.journal.Act;

/// Where the hub writes what was done (R12). The module `journal` stands behind it.
public interface JournalPort {

    /// Writes one act and waits until it is durable.
    ///
    /// @return its number
    /// @throws manumit.hub.web.ProblemException `UNAVAILABLE` if it was not written, or may not
    ///   have been
    long write(Act act);
}
