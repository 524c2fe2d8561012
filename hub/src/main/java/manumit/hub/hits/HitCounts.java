package manumit.hub.hits;

import java.time.Clock;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.PlaceCount;
import org.springframework.stereotype.Component;

/// How many hits wait for the own member now, late ones included.
@Component
class HitCounts implements PlaceCount {

    private final ActingTransaction transactions;
    private final Clock clock;

    HitCounts(ActingTransaction transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param late whose clock ran out
    /// @param mine whose clock runs, or that have none
    record Counts(long late, long mine) {}

    @Override
    public String place() {
        return HitPlaces.HITS;
    }

    @Override
    public long count(Acting acting) {
        if (!worksOnHits(acting)) {
            return 0;
        }
        Counts counts = of(acting);
        return counts.late() + counts.mine();
    }

    static boolean worksOnHits(Acting acting) {
        return acting.may(Right.WORK_HITS) || acting.may(Right.ANSWER_HITS);
    }

    Counts of(Acting acting) {
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
