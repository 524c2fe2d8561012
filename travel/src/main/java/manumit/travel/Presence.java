package manumit.travel;

/// Whether somebody is on board, as far as the carrier has said.
public enum Presence {
    /// Listed; nothing was said at close-out.
    LISTED,
    BOARDED,
    NOT_BOARDED,
    /// Taken off the list: cancelled, or the party was reduced.
    CANCELLED
}
