package manumit.hub.hits;

import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.database.ActingTransaction;
import manumit.hub.hits.HitDeeds.Doing;
import manumit.hub.hits.HitStep.Audience;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What an owner answers; where it wants four eyes, a second person agrees before it is sent.
@Service
class OwnerAnswers {

    private final ActingTransaction transactions;
    private final HitRows rows;
    private final HitDeeds deeds;
    private final HitSettings settings;

    OwnerAnswers(
            ActingTransaction transactions, HitRows rows, HitDeeds deeds, HitSettings settings) {
        this.transactions = transactions;
        this.rows = rows;
        this.deeds = deeds;
        this.settings = settings;
    }

    /// The owner's answer; where a member wants four eyes, a proposal of one.
    ///
    /// @param decision {@link Deed#CONFIRM} or {@link Deed#REFUTE}
    HitView answer(UUID id, @Nullable Long expected, Deed decision, String words) {
        return deeds.change(
                id,
                expected,
                decision,
                (sql, deed) -> {
                    if (Answers.proposed(rows.steps(sql, id)).isPresent()) {
                        throw HitDeeds.notNow(
                                "an answer waits for a second person; ask for that one first");
                    }
                    return settings.wantsFourEyes(sql, deed.acting().member())
                            ? deeds.note(
                                    sql,
                                    deed,
                                    StepKind.ANSWER_PROPOSED,
                                    Audience.OWNER,
                                    decision.name(),
                                    words,
                                    NoticeKind.SECOND_OPINION)
                            : deeds.decide(sql, deed, decision.name(), words);
                });
    }

    /// A second person of the owner lets the proposed answer go, or not.
    ///
    /// @param words may be empty if agreed
    HitView secondOpinion(UUID id, @Nullable Long expected, boolean agree, String words) {
        Acting acting = ActingTransaction.signedIn();
        HitStep proposal =
                transactions
                        .asSignedIn(sql -> {
                            Hit hit = rows.find(sql, id).orElseThrow(Versions::notFound);
                            return acting.member().equals(hit.owner())
                                    ? Answers.proposed(rows.steps(sql, id))
                                    : Optional.<HitStep>empty();
                        })
                        .orElseThrow(() -> HitDeeds.notNow("no answer waits for a second person"));
        return deeds.change(
                id,
                expected,
                Deed.valueOf(proposal.code()),
                (sql, deed) -> {
                    if (!Answers.proposed(rows.steps(sql, id)).equals(Optional.of(proposal))) {
                        throw HitDeeds.notNow(
                                "the proposed answer is another one now; read it first");
                    }
                    if (acting.kind() != Acting.Kind.USER || acting.id().equals(proposal.actor())) {
                        throw new ProblemException(
                                ProblemException.Code.NOT_ALLOWED,
                                "a second person agrees: not whoever proposed it, and no machine");
                    }
                    return agree
                            ? agreed(sql, deed, proposal, words)
                            : deeds.note(
                                    sql,
                                    deed,
                                    StepKind.SECOND_DISAGREED,
                                    Audience.OWNER,
                                    deed.deed().name(),
                                    words,
                                    null);
                });
    }

    private HitView agreed(JdbcClient sql, Doing deed, HitStep proposal, String words) {
        deeds.advance(sql, deed, proposal.code());
        deeds.add(sql, deed, StepKind.SECOND_AGREED, Audience.BOTH, proposal.code(), words);
        // In the name of whoever gave the answer; the row tells that the second person sent it.
        rows.add(
                sql,
                deed.hit().id(),
                new HitStep(
                        deed.now(),
                        StepKind.of(deed.deed()),
                        Party.OWNER,
                        Audience.BOTH,
                        deed.acting().id(),
                        proposal.by(),
                        proposal.code(),
                        proposal.words()));
        return deeds.told(sql, deed);
    }
}
