package manumit.hub.alerts;

import manumit.hub.web.State;

/// Where an alert stands. A correction of one that circulates has a state of its own beside it.
enum AlertState {
    DRAFT,
    /// Waits for the second person (R7).
    IN_REVIEW,
    REFUSED,
    CIRCULATED,
    WITHDRAWN;

    /// How pages show it.
    public State look() {
        return switch (this) {
            case DRAFT, WITHDRAWN -> State.UNDETERMINED;
            case IN_REVIEW -> State.WAITING;
            case REFUSED -> State.LATE;
            case CIRCULATED -> State.CONFIRMED;
        };
    }
}
