package manumit.hub.hits;

/// Where a hit is (R10). {@link HitTransitions} says what leads from one to the other.
enum HitState {
    /// Found, and nobody has been asked: by a check made before the alert circulated, or hidden
    /// from the member that checked.
    CANDIDATE,
    /// Looked at and not asked about, with a reason.
    SET_ASIDE,
    /// The owner is asked; its clock runs.
    ASKED,
    CONFIRMED,
    REFUTED,
    /// The owner has not answered in time. It still may.
    EXPIRED,
    /// An action is recorded; the outcome is not.
    ACTION,
    /// There is an outcome (R11).
    CLOSED;

    /// Who has to do something.
    ///
    /// @param seen the owner has seen the outcome
    Turn turn(boolean hidden, boolean seen) {
        return switch (this) {
            case CANDIDATE -> hidden ? Turn.OWNER : Turn.ASKER;
            case ASKED -> Turn.OWNER;
            case CONFIRMED, REFUTED, EXPIRED, ACTION -> Turn.ASKER;
            case CLOSED -> hidden || seen ? Turn.NONE : Turn.OWNER;
            case SET_ASIDE -> Turn.NONE;
        };
    }

    /// Is somebody's clock running?
    boolean hasClock() {
        return this != CLOSED && this != SET_ASIDE;
    }

    /// Whose turn it is.
    enum Turn {
        ASKER,
        OWNER,
        NONE
    }
}
