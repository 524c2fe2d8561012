package manumit.hub.hits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.checks.CandidateView;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.hits.HitState.Turn;
import manumit.hub.ownership.HandlingCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Hits and their steps in the database; row-level security decides which are there.
@Component
class HitRows {

    static final String SELECT =
            """
            SELECT h.*, o.code AS owner_code, o.name AS owner_name,
                   m.code AS member_code, m.name AS member_name, p.name AS post_name
            FROM manumit.hits h
            JOIN manumit.members o ON o.id = h.owner
            JOIN manumit.members m ON m.id = h.member
            LEFT JOIN manumit.posts p ON p.id = h.post
            """;

    private final JsonMapper json;

    HitRows(JsonMapper json) {
        this.json = json;
    }

    Optional<Hit> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE h.id = :id").param("id", id).query(this::read).optional();
    }

    /// Nobody else changes it until this transaction ends.
    Optional<Hit> lock(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE h.id = :id FOR UPDATE OF h")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<Hit> find(JdbcClient sql, UUID check, UUID alert) {
        return sql.sql(SELECT + "WHERE h.check_id = :check AND h.alert = :alert")
                .param("check", check)
                .param("alert", alert)
                .query(this::read)
                .optional();
    }

    /// Adds a candidate, unless this check and this alert have met. If they have, and nothing came
    /// of it yet, a restriction made or lifted meanwhile moves it to the side that may know.
    ///
    /// @return identifier, if it is new or moved
    Optional<UUID> insert(
            JdbcClient sql,
            RecordedCheck check,
            CandidateView candidate,
            boolean hidden,
            boolean retro,
            @Nullable Instant due,
            Instant now) {
        return sql.sql(
                        """
                        INSERT INTO manumit.hits
                            (id, alert, owner, member, check_id, checked_at, hidden, retro, state,
                             turn, operation, purpose, post, band, bits, comparison, sheltered,
                             handling_code, clock_from, due_at, created_at, changed_at)
                        VALUES (:id, :alert, :owner, :member, :check, :checkedAt, :hidden, :retro,
                                'CANDIDATE', :turn, :operation, :purpose, :post, :band, :bits,
                                :comparison::jsonb, :sheltered, :handling, :from, :due, :now, :now)
                        ON CONFLICT (check_id, alert) DO
                        """
                                + (hidden || retro
                                        ? """
                                        UPDATE SET hidden = EXCLUDED.hidden, turn = EXCLUDED.turn,
                                            clock_from = EXCLUDED.clock_from, due_at = EXCLUDED.due_at,
                                            reminded_at = NULL, escalated_at = NULL, asker_user = NULL,
                                            owner_user = NULL, changed_at = EXCLUDED.changed_at,
                                            version = hits.version + 1
                                        WHERE hits.state = 'CANDIDATE' AND hits.hidden <> EXCLUDED.hidden
                                        """
                                        : "NOTHING")
                                + " RETURNING id")
                .param("id", UUID.randomUUID())
                .param("alert", candidate.alert())
                .param("owner", candidate.owner())
                .param("member", check.member())
                .param("check", check.id())
                .param("checkedAt", at(check.madeAt()))
                .param("hidden", hidden)
                .param("retro", retro)
                .param("turn", HitState.CANDIDATE.turn(hidden, false).name())
                .param("operation", check.operation())
                .param("purpose", check.purpose())
                .param("post", check.post())
                .param("band", candidate.band().name())
                .param("bits", candidate.evidence().bits())
                .param("comparison", json.writeValueAsString(candidate))
                .param("sheltered", candidate.sheltered())
                .param("handling", candidate.handlingCode().name())
                .param("from", due == null ? null : at(now))
                .param("due", at(due))
                .param("now", at(now))
                .query(UUID.class)
                .optional();
    }

    /// What a hit becomes.
    ///
    /// @param due end of the clock of whose turn it is then; null: none. Counts if the state
    ///   changes
    record Progress(
            HitState state,
            boolean personWaits,
            @Nullable Instant askedAt,
            @Nullable Deed answer,
            @Nullable HitOutcome outcome,
            @Nullable Instant seenAt,
            @Nullable Instant due) {

        /// Stays where it is.
        static Progress none(Hit hit) {
            return new Progress(
                    hit.state(),
                    hit.personWaits(),
                    hit.askedAt(),
                    hit.answer(),
                    hit.outcome(),
                    null,
                    hit.dueAt());
        }
    }

    /// Writes it. With a new state the clock starts anew.
    void move(JdbcClient sql, Hit before, Progress next, Instant now) {
        boolean restarts = next.state() != before.state();
        Instant from = restarts ? now : before.clockFrom();
        Instant due = restarts ? next.due() : before.dueAt();
        sql.sql(
                        """
                        UPDATE manumit.hits
                        SET state = :state, turn = :turn, person_waits = :waits, asked_at = :asked,
                            answer = :answer, outcome = :outcome, seen_at = :seen,
                            clock_from = :from, due_at = :due,
                            reminded_at = CASE WHEN :restarts THEN NULL ELSE reminded_at END,
                            escalated_at = CASE WHEN :restarts THEN NULL ELSE escalated_at END,
                            secretariat_told_at =
                                CASE WHEN :restarts THEN NULL ELSE secretariat_told_at END,
                            changed_at = :now, version = version + 1
                        WHERE id = :id
                        """)
                .param("id", before.id())
                .param("state", next.state().name())
                .param("turn", next.state().turn(before.hidden(), next.seenAt() != null).name())
                .param("waits", next.personWaits())
                .param("asked", at(next.askedAt()))
                .param("answer", next.answer() == null ? null : next.answer().name())
                .param("outcome", next.outcome() == null ? null : next.outcome().name())
                .param("seen", at(next.seenAt()))
                .param("from", due == null ? null : at(from))
                .param("due", at(due))
                .param("restarts", restarts)
                .param("now", at(now))
                .update();
    }

    /// In the order in which they were taken.
    List<HitStep> steps(JdbcClient sql, UUID hit) {
        return sql.sql("SELECT * FROM manumit.hit_steps WHERE hit = :hit ORDER BY at, id")
                .param("hit", hit)
                .query((row, _) ->
                        new HitStep(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                StepKind.valueOf(row.getString("kind")),
                                Party.valueOf(row.getString("party")),
                                HitStep.Audience.valueOf(row.getString("seen_by")),
                                row.getObject("actor", UUID.class),
                                row.getString("actor_name"),
                                row.getString("code"),
                                row.getString("words")))
                .list();
    }

    void add(JdbcClient sql, UUID hit, HitStep step) {
        sql.sql(
                        """
                        INSERT INTO manumit.hit_steps
                            (hit, at, kind, party, seen_by, actor, actor_name, code, words)
                        VALUES (:hit, :at, :kind, :party, :seenBy, :actor, :by, :code, :words)
                        """)
                .param("hit", hit)
                .param("at", at(step.at()))
                .param("kind", step.kind().name())
                .param("party", step.party().name())
                .param("seenBy", step.seenBy().name())
                .param("actor", step.actor())
                .param("by", step.by())
                .param("code", step.code())
                .param("words", step.words())
                .update();
    }

    /// Wakes pages, and writes a notice to the side that is asked for something.
    ///
    /// @param kind null: pages only
    void tell(JdbcClient sql, UUID hit, @Nullable NoticeKind kind, Instant now) {
        sql.sql("SELECT manumit.tell_of_hit(:hit, :kind, :side, :now)::text")
                .param("hit", hit)
                .param("kind", kind == null ? "" : kind.name())
                .param("side", kind == null ? "" : kind.to().name())
                .param("now", at(now))
                .query()
                .singleRow();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    Hit read(ResultSet row, int index) throws SQLException {
        String answer = row.getString("answer");
        String outcome = row.getString("outcome");
        return new Hit(
                row.getObject("id", UUID.class),
                row.getObject("alert", UUID.class),
                row.getObject("owner", UUID.class),
                row.getString("owner_code"),
                row.getString("owner_name"),
                row.getObject("member", UUID.class),
                row.getString("member_code"),
                row.getString("member_name"),
                row.getObject("check_id", UUID.class),
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("hidden"),
                row.getBoolean("retro"),
                HitState.valueOf(row.getString("state")),
                Turn.valueOf(row.getString("turn")),
                row.getString("operation"),
                row.getString("purpose"),
                row.getObject("post", UUID.class),
                row.getString("post_name"),
                json.readValue(row.getString("comparison"), CandidateView.class),
                row.getBoolean("sheltered"),
                HandlingCode.valueOf(row.getString("handling_code")),
                row.getBoolean("person_waits"),
                instant(row, "asked_at"),
                answer == null ? null : Deed.valueOf(answer),
                outcome == null ? null : HitOutcome.valueOf(outcome),
                instant(row, "clock_from"),
                instant(row, "due_at"),
                row.getObject("asker_user", UUID.class),
                row.getObject("owner_user", UUID.class),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
