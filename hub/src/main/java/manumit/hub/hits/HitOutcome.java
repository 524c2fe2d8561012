package manumit.hub.hits;

/// How a hit ended (R11). None is a default.
enum HitOutcome {
    /// Went on, and nothing was asked of anybody.
    WENT_ON,
    /// The owner knows where the person or thing is.
    LOCATED_OWNER_TOLD,
    /// A victim specialist took over.
    REFERRED_TO_VICTIM_SPECIALIST,
    DOCUMENT_SECURED,
    ENTRY_REFUSED,
    ARRESTED_UNDER_OWN_LAW,
    /// Gone before there was an answer.
    LEFT_BEFORE_ANSWER,
    /// The owner said so, or it turned out.
    NOT_THIS_PERSON;

    /// Whether it can be said of a hit.
    ///
    /// @param confirmed the owner's answer that holds now is "this is the person"
    boolean fits(boolean confirmed, boolean sheltered) {
        return switch (this) {
            case ARRESTED_UNDER_OWN_LAW, ENTRY_REFUSED -> confirmed && !sheltered;
            case DOCUMENT_SECURED -> confirmed;
            case WENT_ON,
                    LOCATED_OWNER_TOLD,
                    REFERRED_TO_VICTIM_SPECIALIST,
                    LEFT_BEFORE_ANSWER,
                    NOT_THIS_PERSON ->
                    true;
        };
    }
}
