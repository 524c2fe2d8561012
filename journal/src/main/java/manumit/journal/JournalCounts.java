package manumit.journal;

/// What a journal has done since it was opened.
///
/// @param written entries
/// @param repeated acts answered from the journal
/// @param keysReused acts refused, since their key belongs to another
/// @param groups statements that wrote the entries
/// @param checkpoints signed
/// @param reconnects connections opened after the first
/// @param failed acts whose callers were told of a failure
public record JournalCounts(
        long written,
        long repeated,
        long keysReused,
        long groups,
        long checkpoints,
        long reconnects,
        long failed) {}
