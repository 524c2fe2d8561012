package manumit.travel;

/// Whether somebody is on board, as far as the carrier has said.
public enum Presence {
    /// On the latest list, or on an earlier one while the latest is still incomplete.
    LISTED,
    /// On an earlier list and not on the latest, which is complete. No proof of a no-show.
    UNLISTED,
    BOARDED,
    NOT_BOARDED,
    /// Taken off: cancelled, or the party was reduced.
    CANCELLED
}
