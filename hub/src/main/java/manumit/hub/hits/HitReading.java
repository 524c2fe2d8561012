package manumit.hub.hits;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Hits as a member sees them, each and in its queue.
@Service
class HitReading {

    /// What to list.
    enum Wanted {
        /// Whatever is not closed or set aside, of both sides.
        OPEN("h.turn <> 'NONE'"),
        /// It is the own member's turn, late or not.
        MINE("h.turn <> 'NONE' AND " + OWN_TURN),
        /// It is the other side's turn.
        OTHERS("h.turn <> 'NONE' AND NOT (" + OWN_TURN + ")"),
        /// A clock has run out, whosever it is.
        LATE("h.due_at <= :now"),
        /// Closed, its outcome seen, or set aside.
        OVER("h.turn = 'NONE'");

        private final String condition;

        Wanted(String condition) {
            this.condition = condition;
        }
    }

    private static final String OWN_TURN =
            "(h.turn = 'OWNER' AND h.owner = :own OR h.turn = 'ASKER' AND h.member = :own)";

    private final ActingTransaction transactions;
    private final HitRows rows;
    private final Clock clock;

    HitReading(ActingTransaction transactions, HitRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    /// @throws ProblemException if there is none
    HitView get(UUID id) {
        Acting acting = ActingTransaction.signedIn();
        HitView hit =
                transactions
                        .asSignedIn(
                                sql -> rows.find(sql, id).map(found -> view(sql, acting, found)))
                        .orElseThrow(Versions::notFound);
        ActUnderWay.tell(act -> act.about("hit", hit.id(), hit.owner()));
        return hit;
    }

    /// By time left, least first; what is over, newest first.
    ///
    /// @param after identifier of the last hit of the page before; null: from the start
    /// @throws ProblemException if that hit is not there
    Page<HitSummary> list(Wanted wanted, @Nullable UUID after, int limit) {
        UUID own = ActingTransaction.signedIn().member();
        Instant now = clock.instant();
        String order =
                wanted == Wanted.OVER
                        ? "-extract(epoch FROM h.changed_at)"
                        : "COALESCE(extract(epoch FROM h.due_at), 1e12)";
        List<Hit> found =
                transactions.asSignedIn(sql -> {
                    if (after != null && rows.find(sql, after).isEmpty()) {
                        throw new ProblemException(
                                ProblemException.Code.INVALID_CURSOR,
                                "after: that hit is not there any more; start again");
                    }
                    var query =
                            sql.sql(
                                            HitRows.SELECT
                                                    + "WHERE "
                                                    + wanted.condition
                                                    + (after == null
                                                            ? ""
                                                            : " AND ("
                                                                    + order
                                                                    + ", h.id) > (SELECT "
                                                                    + order
                                                                    + ", h.id FROM manumit.hits h"
                                                                    + " WHERE h.id = :after)")
                                                    + " ORDER BY "
                                                    + order
                                                    + ", h.id LIMIT :limit")
                                    .param("own", own)
                                    .param("now", HitRows.at(now))
                                    .param("limit", limit + 1);
                    return (after == null ? query : query.param("after", after))
                            .query(rows::read)
                            .list();
                });
        return Page.of(found, limit, Hit::id).map(hit -> HitSummary.of(hit, own, now));
    }

    /// The same hit as somebody of one of its sides sees it.
    HitView view(JdbcClient sql, Acting acting, Hit hit) {
        Instant now = clock.instant();
        List<HitStep> steps = rows.steps(sql, hit.id());
        boolean owning = acting.member().equals(hit.owner());
        Party side =
                acting.member().equals(hit.member()) && !hit.hidden() ? Party.ASKER : Party.OWNER;
        UUID with = side == Party.ASKER ? hit.askerUser() : hit.ownerUser();
        return new HitView(
                hit.id(),
                hit.version(),
                hit.state(),
                side,
                hit.isTurnOf(acting.member()),
                hit.turn(),
                hit.isLate(now),
                hit.hidden(),
                hit.retro(),
                hit.alert(),
                hit.owner(),
                hit.ownerCode(),
                hit.ownerName(),
                hit.member(),
                hit.memberCode(),
                hit.memberName(),
                side == Party.ASKER ? hit.check() : null,
                hit.checkedAt(),
                hit.post(),
                hit.postName(),
                hit.operation(),
                hit.purpose(),
                hit.handlingCode(),
                hit.personWaits(),
                hit.comparison(),
                hit.askedAt(),
                hit.clockFrom(),
                hit.dueAt(),
                with == null ? null : name(sql, with).orElse(null),
                Answers.current(steps, hit.answer()).orElse(null),
                owning ? Answers.proposed(steps).map(Answers::proposal).orElse(null) : null,
                owning && maySecond(acting, hit, steps),
                hit.outcome(),
                open(acting, hit, steps),
                steps.stream()
                        .map(step ->
                                new HitView.Step(
                                        step.at(),
                                        step.kind(),
                                        step.party(),
                                        step.by(),
                                        step.code(),
                                        step.words()))
                        .toList());
    }

    /// What somebody may do about it now, by the table of states and the own rights.
    private static Set<Deed> open(Acting acting, Hit hit, List<HitStep> steps) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        hit.parties(acting.member()).stream()
                .filter(party -> mayActAs(acting, party, hit.sheltered()))
                .forEach(parties::add);
        Set<Deed> open = HitTransitions.open(hit.hidden(), hit.state(), parties);
        if (Answers.proposed(steps).isPresent()) {
            open.remove(Deed.CONFIRM);
            open.remove(Deed.REFUTE);
        }
        return open;
    }

    /// Not whoever proposed the answer, and no machine.
    private static boolean maySecond(Acting acting, Hit hit, List<HitStep> steps) {
        return acting.kind() == Acting.Kind.USER
                && mayActAs(acting, Party.OWNER, hit.sheltered())
                && Answers.proposed(steps)
                        .filter(step -> !acting.id().equals(step.actor()))
                        .isPresent();
    }

    /// Victim specialists answer for alerts that protect somebody, duty officers for all.
    static boolean mayActAs(Acting acting, Party party, boolean sheltered) {
        return switch (party) {
            case ASKER -> acting.may(Right.WORK_HITS);
            case OWNER ->
                    acting.may(Right.ANSWER_HITS) && (sheltered || acting.may(Right.WORK_HITS));
            case HUB -> false;
        };
    }

    /// Of a user or machine of the own member.
    static Optional<String> name(JdbcClient sql, UUID actor) {
        return sql.sql(
                        """
                        SELECT display_name AS name FROM manumit.users WHERE id = :id
                        UNION ALL SELECT name FROM manumit.machines WHERE id = :id
                        """)
                .param("id", actor)
                .query(String.class)
                .optional();
    }
}
