package manumit.hub.checks;

import java.time.Instant;
import java.util.UUID;

/// What became of a check that was given to the recorder. Told when it is durable.
sealed interface Recorded {

    /// It is stored, and stands in the journal.
    record Made(Instant at, long journalEntry) implements Recorded {}

    /// The same question was asked with this key before: that check is the answer.
    record Repeated(UUID check) implements Recorded {}

    /// The key belongs to another question. Nothing was recorded.
    record KeyReused() implements Recorded {}
}
