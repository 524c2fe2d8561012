package manumit.hub.hits;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.Duty;
import manumit.hub.web.State;
import org.springframework.stereotype.Component;

/// What hits ask of somebody now: on the home page.
@Component
class HitDuties implements Duty.Source {

    private final ActingTransaction transactions;
    private final LateElsewhere elsewhere;
    private final Clock clock;

    HitDuties(ActingTransaction transactions, LateElsewhere elsewhere, Clock clock) {
        this.transactions = transactions;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    private record Counts(long late, long mine) {}

    @Override
    public List<Duty> duties(Acting acting) {
        List<Duty> duties = new ArrayList<>();
        boolean works = acting.may(Right.WORK_HITS) || acting.may(Right.ANSWER_HITS);
        boolean administers = acting.may(Right.ADMINISTER_NOTICES);
        if (works || administers) {
            Counts counts = counts(acting);
            if (counts.late() > 0) {
                duties.add(
                        works
                                ? new Duty(
                                        State.LATE,
                                        "duty.hits-late",
                                        List.of(counts.late()),
                                        "/hits")
                                : new Duty(
                                        State.LATE,
                                        "duty.hits-unanswered",
                                        List.of(counts.late()),
                                        "/users"));
            }
            if (works && counts.mine() > 0) {
                duties.add(new Duty(State.SOON, "duty.hits-mine", List.of(counts.mine()), "/hits"));
            }
        }
        if (acting.may(Right.READ_HITS)) {
            int late = elsewhere.lines().size();
            if (late > 0) {
                duties.add(
                        new Duty(State.LATE, "duty.hits-late-elsewhere", List.of(late), "/hits"));
            }
        }
        return duties;
    }

    /// Of the own member's turns.
    private Counts counts(Acting acting) {
        return transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                SELECT count(*) FILTER (WHERE due_at <= :now) AS late,
                                       count(*) FILTER (WHERE due_at > :now OR due_at IS NULL)
                                           AS mine
                                FROM manumit.hits
                                WHERE turn = 'OWNER' AND owner = :own
                                   OR turn = 'ASKER' AND member = :own
                                """)
                        .param("now", HitRows.at(clock.instant()))
                        .param("own", acting.member())
                        .query((row, _) -> new Counts(row.getLong("late"), row.getLong("mine")))
                        .single());
    }
}
