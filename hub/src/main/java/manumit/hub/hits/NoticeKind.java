package manumit.hub.hits;

/// What a member is told, and which side it is for. A notice says the hit's identifier and this,
/// nothing of a person.
enum NoticeKind {
    /// Answer a question.
    ANSWER(Party.OWNER),
    /// A restricted alert was found by a member that may not know of it.
    HIDDEN_HIT(Party.OWNER),
    ANSWER_HALF_TIME(Party.OWNER),
    ANSWER_LATE(Party.OWNER),
    ANSWER_EXPIRED(Party.OWNER),
    /// A second person has to agree.
    SECOND_OPINION(Party.OWNER),
    /// Read how it ended.
    OUTCOME(Party.OWNER),
    MESSAGE_TO_OWNER(Party.OWNER),
    /// Decide on a candidate found afterwards.
    CANDIDATE(Party.ASKER),
    /// There is an answer; act.
    ANSWERED(Party.ASKER),
    UNANSWERED(Party.ASKER),
    ACT_HALF_TIME(Party.ASKER),
    ACT_LATE(Party.ASKER),
    MESSAGE_TO_ASKER(Party.ASKER);

    private final Party to;

    NoticeKind(Party to) {
        this.to = to;
    }

    Party to() {
        return to;
    }
}
