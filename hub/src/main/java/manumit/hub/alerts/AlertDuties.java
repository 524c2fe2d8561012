package manumit.hub.alerts;

import java.util.ArrayList;
import java.util.List;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.Duty;
import manumit.hub.web.State;
import org.springframework.stereotype.Component;

/// What alerts ask of somebody now: to look at one as the second person, to prolong one or let it
/// go, to correct copies.
@Component
class AlertDuties implements Duty.Source {

    private final ActingTransaction transactions;
    private final QualityGate gate;

    AlertDuties(ActingTransaction transactions, QualityGate gate) {
        this.transactions = transactions;
        this.gate = gate;
    }

    @Override
    public List<Duty> duties(Acting acting) {
        List<Duty> duties = new ArrayList<>();
        if (acting.may(Right.READ_RECORDS)) {
            add(
                    duties,
                    State.LATE,
                    "duty.alert-notices",
                    "/alerts/notices",
                    """
                    SELECT count(*) FROM manumit.alert_notices
                    WHERE recipient = :own AND acknowledged_at IS NULL AND :until::date IS NOT NULL
                    """,
                    acting);
        }
        if (acting.may(Right.REVIEW_ALERTS)) {
            add(
                    duties,
                    State.SOON,
                    "duty.alerts-in-review",
                    "/alerts?waiting=review",
                    """
                    SELECT count(*) FROM manumit.alerts
                    WHERE owner = :own AND (state = 'IN_REVIEW' OR correction = 'IN_REVIEW')
                      AND :until::date IS NOT NULL
                    """,
                    acting);
        }
        if (acting.may(Right.WRITE_RECORDS)) {
            add(
                    duties,
                    State.SOON,
                    "duty.alerts-to-prolong",
                    "/alerts?own=true&waiting=prolongation",
                    """
                    SELECT count(*) FROM manumit.alerts
                    WHERE owner = :own AND review_on < :until AND NOT sheltered
                    """,
                    acting);
        }
        if (acting.may(Right.PROTECT)) {
            add(
                    duties,
                    State.SOON,
                    "duty.sheltered-to-prolong",
                    "/protection",
                    """
                    SELECT count(*) FROM manumit.alerts
                    WHERE owner = :own AND review_on < :until AND sheltered
                    """,
                    acting);
        }
        return duties;
    }

    private void add(
            List<Duty> duties, State state, String text, String path, String count, Acting acting) {
        long open =
                transactions.asSignedIn(sql ->
                        sql.sql(count)
                                .param("own", acting.member())
                                .param("until", gate.today().plusMonths(ReviewClock.MONTHS_BEFORE))
                                .query(Long.class)
                                .single());
        if (open > 0) {
            duties.add(new Duty(state, text, List.of(open), path));
        }
    }
}
