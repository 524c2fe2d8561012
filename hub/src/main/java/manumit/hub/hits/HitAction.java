package manumit.hub.hits;

/// What was done about a confirmed hit, by the asking member under its own law. None is a default.
enum HitAction {
    NO_ACTION,
    SPOKEN_WITH,
    REFERRED_TO_VICTIM_SPECIALIST,
    OBSERVED,
    DOCUMENT_SECURED,
    ENTRY_REFUSED,
    ARRESTED_UNDER_OWN_LAW;

    /// Only of somebody who is looked for, never of somebody to protect.
    boolean fits(boolean sheltered) {
        return !sheltered || (this != ARRESTED_UNDER_OWN_LAW && this != ENTRY_REFUSED);
    }
}
