package manumit.hub.hits;

/// What can be done about a hit.
enum Deed {
    /// Ask the owner.
    ASK,
    /// Not ask, and say why.
    SET_ASIDE,
    /// "This is the person": the owner's answer.
    CONFIRM,
    /// "This is not the person."
    REFUTE,
    /// The owner's clock ran out long enough ago.
    EXPIRE,
    /// Record what was done.
    ACT,
    /// Record how it ended.
    CLOSE,
    /// The owner has read the outcome.
    SEE,
    /// Give it to a colleague, with a note for one's own side.
    HAND_OVER,
    /// Say something to the other side.
    MESSAGE
}
