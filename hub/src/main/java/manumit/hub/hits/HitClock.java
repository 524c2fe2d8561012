package manumit.hub.hits;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.database.ActingTransaction;
import manumit.hub.hits.HitState.Turn;
import manumit.hub.hits.HitStep.Audience;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.journal.OwnActs;
import manumit.journal.RecordReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What happens when a clock runs (R10): at half time a reminder, at its end the member's other
/// officers and administrators, later the general secretariat, in the end the question is over.
///
/// Each is done once, whichever of the hubs on a database comes first, and is an act of the hub in
/// the journal.
@Component
class HitClock {

    /// Bounds one round; what is left waits for the next.
    private static final int MOST_OF_A_KIND = 1_000;

    private final ActingTransaction transactions;
    private final OwnActs acts;
    private final HitRows rows;
    private final HitClocks clocks;

    HitClock(ActingTransaction transactions, OwnActs acts, HitRows rows, HitClocks clocks) {
        this.transactions = transactions;
        this.acts = acts;
        this.rows = rows;
        this.clocks = clocks;
    }

    private enum Alarm {
        REMIND(
                "hits.remind",
                """
                h.reminded_at IS NULL AND h.due_at > :now
                AND h.clock_from + (h.due_at - h.clock_from) / 2 <= :now
                """),
        ESCALATE("hits.escalate", "h.escalated_at IS NULL AND h.due_at <= :now"),
        /// Never what is hidden, or not asked: the secretariat would learn that it is there.
        TELL_SECRETARIAT(
                "hits.tell-secretariat",
                """
                h.secretariat_told_at IS NULL AND h.asked_at IS NOT NULL AND NOT h.hidden
                AND h.due_at <= :secretariat
                """),
        EXPIRE("hits.expire", "h.state = 'ASKED' AND h.due_at <= :expiry");

        private final String action;
        private final String condition;

        Alarm(String action, String condition) {
            this.action = action;
            this.condition = condition;
        }
    }

    /// What was done, for the journal.
    private record Rung(UUID id, UUID owner) implements JournaledRecord {
        @Override
        public RecordReference journalReference() {
            return new RecordReference(owner.toString(), "hit", id.toString());
        }
    }

    /// Does what is due.
    ///
    /// @return how many alarms there were
    int tick(Instant now) {
        int rung = 0;
        for (Alarm alarm : Alarm.values()) {
            int done = 0;
            while (done < MOST_OF_A_KIND
                    && acts.run(
                                    alarm.action,
                                    () -> transactions.asRecorder(sql -> ring(sql, alarm, now)))
                            .isPresent()) {
                done++;
            }
            rung += done;
        }
        return rung;
    }

    private Optional<Rung> ring(JdbcClient sql, Alarm alarm, Instant now) {
        Optional<Hit> next =
                sql.sql(
                                HitRows.SELECT
                                        + "WHERE h.due_at IS NOT NULL AND "
                                        + alarm.condition
                                        + " ORDER BY h.due_at, h.id LIMIT 1"
                                        + " FOR UPDATE OF h SKIP LOCKED")
                        .param("now", HitRows.at(now))
                        .param("secretariat", HitRows.at(now.minus(clocks.secretariatAfter())))
                        .param("expiry", HitRows.at(now.minus(clocks.expiresAfter())))
                        .query(rows::read)
                        .optional();
        next.ifPresent(hit -> {
            switch (alarm) {
                case REMIND -> remind(sql, hit, now);
                case ESCALATE -> escalate(sql, hit, now);
                case TELL_SECRETARIAT -> tellSecretariat(sql, hit, now);
                case EXPIRE -> expire(sql, hit, now);
            }
        });
        return next.map(hit -> new Rung(hit.id(), hit.owner()));
    }

    private void remind(JdbcClient sql, Hit hit, Instant now) {
        mark(sql, hit, "reminded_at", now);
        step(sql, hit, StepKind.REMINDED, now);
        NoticeKind kind =
                hit.turn() == Turn.ASKER ? NoticeKind.ACT_HALF_TIME : NoticeKind.ANSWER_HALF_TIME;
        rows.tell(sql, hit.id(), hit.hidden() ? NoticeKind.HIDDEN_HIT : kind, now);
    }

    private void escalate(JdbcClient sql, Hit hit, Instant now) {
        mark(sql, hit, "escalated_at", now);
        step(sql, hit, StepKind.ESCALATED, now);
        NoticeKind kind = hit.turn() == Turn.ASKER ? NoticeKind.ACT_LATE : NoticeKind.ANSWER_LATE;
        rows.tell(sql, hit.id(), hit.hidden() ? NoticeKind.HIDDEN_HIT : kind, now);
    }

    private void tellSecretariat(JdbcClient sql, Hit hit, Instant now) {
        mark(sql, hit, "secretariat_told_at", now);
        step(sql, hit, StepKind.SECRETARIAT_TOLD, now);
        sql.sql(
                        """
                        INSERT INTO manumit.hits_late (hit, alert, late_member, due_at, told_at)
                        VALUES (:hit, :alert, :late, :due, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("hit", hit.id())
                .param("alert", hit.alert())
                .param("late", hit.turn() == Turn.ASKER ? hit.member() : hit.owner())
                .param("due", HitRows.at(hit.dueAt()))
                .param("now", HitRows.at(now))
                .update();
        rows.tell(sql, hit.id(), null, now);
    }

    private void expire(JdbcClient sql, Hit hit, Instant now) {
        HitState after =
                HitTransitions.after(hit.hidden(), hit.state(), Deed.EXPIRE, Party.HUB)
                        .orElseThrow();
        rows.move(
                sql,
                hit,
                new HitRows.Progress(
                        after,
                        hit.personWaits(),
                        hit.askedAt(),
                        hit.answer(),
                        null,
                        null,
                        clocks.due(after, hit.personWaits(), now)),
                now);
        step(sql, hit, StepKind.EXPIRED, now);
        rows.tell(sql, hit.id(), NoticeKind.UNANSWERED, now);
    }

    private static void mark(JdbcClient sql, Hit hit, String column, Instant now) {
        sql.sql("UPDATE manumit.hits SET " + column + " = :now WHERE id = :id")
                .param("now", HitRows.at(now))
                .param("id", hit.id())
                .update();
    }

    /// Its code is the side whose clock it is.
    private void step(JdbcClient sql, Hit hit, StepKind kind, Instant now) {
        Audience audience =
                hit.hidden()
                        ? Audience.OWNER
                        : hit.askedAt() == null ? Audience.ASKER : Audience.BOTH;
        rows.add(
                sql,
                hit.id(),
                new HitStep(now, kind, Party.HUB, audience, null, "", hit.turn().name(), ""));
    }
}
