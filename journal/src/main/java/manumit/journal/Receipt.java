package manumit.journal;

/// What became of an act. Given out only when the database has made it durable.
///
/// @param outcome what became of it
/// @param sequence number of the entry; for {@link Outcome#KEY_REUSED}, of the entry that has the
///   key
public record Receipt(Outcome outcome, long sequence) {

    /// What became of an act.
    public enum Outcome {
        /// It is a new entry.
        WRITTEN,
        /// An identical act with this key was there already; that entry is the answer.
        REPEATED,
        /// The key belongs to a different act. Not written.
        KEY_REUSED
    }
}
