package manumit.hub.journal;

import java.util.concurrent.CompletionStage;

/// Where the hub writes what was done (R12). The module `journal` stands behind it.
public interface JournalPort {

    /// Writes one act.
    ///
    /// @return completes with the act's place in the journal once it is durable; an answer to a
    ///   user waits for it
    CompletionStage<Long> write(JournaledAct act);
}
