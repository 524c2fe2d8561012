package manumit.hub.hits;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.checks.CandidateView;
import manumit.hub.checks.PastChecks;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.database.ActingTransaction;
import manumit.hub.hits.HitDeeds.Doing;
import manumit.hub.hits.HitStep.Audience;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What people do about hits, but for the owner's answers ({@link OwnerAnswers}).
///
/// Words are what somebody says about it, 1 to 2,000 characters where a decision is made. Versions
/// are optional: without one, the table of states alone decides.
@Service
class Hits {

    private final ActingTransaction transactions;
    private final HitRows rows;
    private final HitReading reading;
    private final HitDeeds deeds;
    private final PastChecks checks;
    private final HitClocks clocks;
    private final Clock clock;

    Hits(
            ActingTransaction transactions,
            HitRows rows,
            HitReading reading,
            HitDeeds deeds,
            PastChecks checks,
            HitClocks clocks,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.reading = reading;
        this.deeds = deeds;
        this.checks = checks;
        this.clocks = clocks;
        this.clock = clock;
    }

    /// A hit, and whether it was made just now.
    record Asked(HitView hit, boolean made) {}

    /// Asks the owner about a candidate of a check of the own member. Asked again, as by a retry,
    /// it answers with the hit there is.
    ///
    /// @param note for the owner; may be empty
    /// @throws ProblemException if there is no such candidate
    Asked ask(UUID check, UUID alert, boolean personWaits, String note) {
        Acting acting = ActingTransaction.signedIn();
        return transactions.asSignedIn(sql -> {
            Optional<Hit> known = rows.find(sql, check, alert);
            boolean fresh = false;
            if (known.isEmpty()) {
                RecordedCheck made = checks.find(sql, check).orElseThrow(Versions::notFound);
                CandidateView candidate =
                        made.candidates().stream()
                                .filter(one -> one.alert().equals(alert))
                                .findFirst()
                                .orElseThrow(Versions::notFound);
                fresh =
                        rows.insert(sql, made, candidate, false, false, null, clock.instant())
                                .isPresent();
                known = rows.find(sql, check, alert);
                if (fresh) {
                    tellFound(sql, known.orElseThrow(), acting, made);
                }
            }
            // Gone at once if somebody restricted it meanwhile.
            Hit hit =
                    known.flatMap(one -> rows.lock(sql, one.id())).orElseThrow(Versions::notFound);
            boolean open =
                    HitTransitions.after(hit.hidden(), hit.state(), Deed.ASK, Party.ASKER)
                            .isPresent();
            HitView view =
                    open
                            ? asked(sql, acting, hit, personWaits, note)
                            : reading.view(sql, acting, hit);
            HitDeeds.tellAct(hit);
            return new Asked(view, open);
        });
    }

    /// The same for a candidate that was found afterwards.
    HitView ask(UUID id, @Nullable Long expected, boolean personWaits, String note) {
        return deeds.change(
                id,
                expected,
                Deed.ASK,
                (sql, deed) -> asked(sql, deed.acting(), deed.hit(), personWaits, note));
    }

    HitView setAside(UUID id, @Nullable Long expected, String words) {
        return deeds.change(
                id, expected, Deed.SET_ASIDE, (sql, deed) -> deeds.decide(sql, deed, "", words));
    }

    HitView act(UUID id, @Nullable Long expected, HitAction action, String words) {
        return deeds.change(
                id,
                expected,
                Deed.ACT,
                (sql, deed) -> {
                    if (!action.fits(deed.hit().sheltered())) {
                        throw unfit("action");
                    }
                    return deeds.decide(sql, deed, action.name(), words);
                });
    }

    /// Only with an outcome (R11).
    HitView close(UUID id, @Nullable Long expected, HitOutcome outcome, String words) {
        return deeds.change(
                id,
                expected,
                Deed.CLOSE,
                (sql, deed) -> {
                    boolean confirmed = deed.hit().answer() == Deed.CONFIRM;
                    if (!outcome.fits(confirmed, deed.hit().sheltered())) {
                        throw unfit("outcome");
                    }
                    return deeds.decide(sql, deed, outcome.name(), words);
                });
    }

    /// The owner has read the outcome.
    HitView see(UUID id, @Nullable Long expected) {
        return deeds.change(id, expected, Deed.SEE, (sql, deed) -> deeds.decide(sql, deed, "", ""));
    }

    /// @param to user of the own member who takes it; null: whoever is on duty
    /// @param note for the own side alone
    HitView handOver(UUID id, @Nullable Long expected, @Nullable UUID to, String note) {
        return deeds.change(
                id,
                expected,
                Deed.HAND_OVER,
                (sql, deed) -> {
                    String name = "";
                    if (to != null) {
                        name =
                                HitReading.name(sql, to)
                                        .orElseThrow(() ->
                                                new ProblemException(
                                                        ProblemException.Code.INVALID_FIELD,
                                                        "to: a user of your member, or nothing"));
                    }
                    String column = deed.by() == Party.ASKER ? "asker_user" : "owner_user";
                    sql.sql("UPDATE manumit.hits SET " + column + " = :to WHERE id = :id")
                            .param("to", to)
                            .param("id", id)
                            .update();
                    return deeds.note(
                            sql,
                            deed,
                            StepKind.HANDED_OVER,
                            HitDeeds.ownSide(deed),
                            name,
                            note,
                            null);
                });
    }

    /// To the other side.
    HitView say(UUID id, @Nullable Long expected, String words) {
        return deeds.change(
                id,
                expected,
                Deed.MESSAGE,
                (sql, deed) ->
                        deeds.note(
                                sql,
                                deed,
                                StepKind.MESSAGE,
                                Audience.BOTH,
                                "",
                                words,
                                deed.by() == Party.ASKER
                                        ? NoticeKind.MESSAGE_TO_OWNER
                                        : NoticeKind.MESSAGE_TO_ASKER));
    }

    private HitView asked(
            JdbcClient sql, Acting acting, Hit hit, boolean personWaits, String note) {
        Doing deed = deeds.doing(sql, acting, hit, Deed.ASK);
        rows.move(
                sql,
                hit,
                new HitRows.Progress(
                        deed.after(),
                        personWaits,
                        deed.now(),
                        null,
                        null,
                        null,
                        clocks.due(deed.after(), personWaits, deed.now())),
                deed.now());
        deeds.add(
                sql, deed, StepKind.ASKED, Audience.BOTH, personWaits ? "PERSON_WAITS" : "", note);
        // The desk shows which candidates were dealt with.
        sql.sql(
                        """
                        UPDATE manumit.check_candidates
                        SET verdict = 'ASKED', verdict_at = :now, verdict_by = :by
                        WHERE check_id = :check AND alert = :alert
                        """)
                .param("now", HitRows.at(deed.now()))
                .param("by", acting.id())
                .param("check", hit.check())
                .param("alert", hit.alert())
                .update();
        rows.tell(sql, hit.id(), NoticeKind.ANSWER, deed.now());
        return deeds.again(sql, deed);
    }

    private void tellFound(JdbcClient sql, Hit hit, Acting acting, RecordedCheck made) {
        rows.add(
                sql,
                hit.id(),
                new HitStep(
                        made.madeAt(),
                        StepKind.FOUND,
                        Party.ASKER,
                        Audience.BOTH,
                        acting.id(),
                        HitReading.name(sql, made.actor()).orElse(""),
                        "",
                        ""));
    }

    private static ProblemException unfit(String field) {
        return new ProblemException(
                ProblemException.Code.INVALID_FIELD,
                field
                        + ": not of this hit; an arrest needs the owner's confirmation, and no"
                        + " alert that protects somebody is a ground for one");
    }
}
