package manumit.journal;

/// A line of an export. Their forms are those of {@link ExportFormat}.
sealed interface ExportLine {

    /// The first line.
    ///
    /// @param first number of the first entry
    /// @param previous hash of the entry before it, or the origin
    record Header(JournalId id, long first, ChainHash previous) implements ExportLine {}

    /// A public key that signed.
    record Key(VerifyingKey key) implements ExportLine {}

    record Entry(JournalEntry entry) implements ExportLine {}

    /// Stands after the entry it covers.
    record Signed(Checkpoint checkpoint) implements ExportLine {}

    /// The last line: what must have come before.
    ///
    /// @param last number of the last entry; one less than the first if there is none
    record End(long last, long entries, long checkpoints, long keys) implements ExportLine {}
}
