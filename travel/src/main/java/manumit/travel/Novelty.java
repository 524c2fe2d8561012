package manumit.travel;

/// What a message brings beyond those that came before.
public enum Novelty {
    /// It says word for word what another said: nothing to do.
    DUPLICATE,
    /// Another part of the series that is under way.
    PART,
    /// The first message of a series, or an update.
    NEW,
    /// It belongs to a series that a later one has replaced. Its persons are new nevertheless.
    LATE
}
