package manumit.hub.hits;

/// What a step of a hit was, and how it is shown.
enum StepKind {
    FOUND("scan"),
    FOUND_LATER("history"),
    ASKED("send"),
    SET_ASIDE("x"),
    /// Waits for a second person of the owner.
    ANSWER_PROPOSED("signature"),
    SECOND_AGREED("check"),
    SECOND_DISAGREED("hand-stop"),
    CONFIRMED("circle-check"),
    REFUTED("x"),
    EXPIRED("clock-exclamation"),
    ACTION("clipboard-check"),
    OUTCOME("check"),
    OUTCOME_SEEN("eye"),
    HANDED_OVER("arrows-exchange"),
    MESSAGE("message-2"),
    REMINDED("bell"),
    ESCALATED("alert-octagon"),
    SECRETARIAT_TOLD("building");

    private final String icon;

    StepKind(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    /// The step that a deed becomes.
    static StepKind of(Deed deed) {
        return switch (deed) {
            case ASK -> ASKED;
            case SET_ASIDE -> SET_ASIDE;
            case CONFIRM -> CONFIRMED;
            case REFUTE -> REFUTED;
            case EXPIRE -> EXPIRED;
            case ACT -> ACTION;
            case CLOSE -> OUTCOME;
            case SEE -> OUTCOME_SEEN;
            case HAND_OVER -> HANDED_OVER;
            case MESSAGE -> MESSAGE;
        };
    }
}
