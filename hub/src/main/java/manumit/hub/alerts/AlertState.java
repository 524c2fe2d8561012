package manumit.hub.alerts;

/// Where an alert stands. A correction of one that circulates has a state of its own beside it.
enum AlertState {
    DRAFT,
    /// Waits for the second person (R7).
    IN_REVIEW,
    REFUSED,
    CIRCULATED,
    WITHDRAWN
}
