package manumit.hub.checks;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.checks.CheckAnswer.Verdict;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.web.Versions;
import org.springframework.stereotype.Service;

/// What officers make of candidates: that it is not this person, with the reason. That it may be,
/// is asked of the owner: a hit.
@Service
class Verdicts {

    private final ActingTransaction transactions;
    private final Clock clock;

    Verdicts(ActingTransaction transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param verdict `NOT_THIS_PERSON`; the owner is asked by a hit
    record VerdictDraft(
            @NotNull UUID alert,
            @NotNull SetAside verdict,
            @NotNull @Size(min = 1, max = 500) String reason) {

        @Override
        public String toString() {
            return "VerdictDraft[" + alert + "]";
        }
    }

    /// What can be said here.
    enum SetAside {
        NOT_THIS_PERSON
    }

    /// @throws manumit.hub.web.ProblemException `NOT_FOUND` if the acting member made no such
    ///   check, may not know of the alert, or the owner is asked already
    Verdict say(UUID check, VerdictDraft draft) {
        Acting acting = ActingTransaction.signedIn();
        Verdict verdict =
                new Verdict(
                        draft.alert(),
                        Verdict.Kind.NOT_THIS_PERSON,
                        draft.reason(),
                        clock.instant());
        ActUnderWay.tell(act -> act.about("check", check, acting.member()));
        int rows =
                transactions.asSignedIn(sql ->
                        sql.sql(
                                        """
                                        UPDATE manumit.check_candidates
                                        SET verdict = :verdict, verdict_reason = :reason,
                                            verdict_at = :at, verdict_by = :by
                                        WHERE check_id = :check AND alert = :alert
                                          AND verdict IS DISTINCT FROM 'ASKED'
                                        """)
                                .param("verdict", verdict.verdict().name())
                                .param("reason", draft.reason())
                                .param("at", verdict.at().atOffset(ZoneOffset.UTC))
                                .param("by", acting.id())
                                .param("check", check)
                                .param("alert", draft.alert())
                                .update());
        if (rows == 0) {
            throw Versions.notFound();
        }
        return verdict;
    }
}
