package manumit.hub.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.checks.CheckAnswer.Verdict;
import manumit.hub.database.ActingTransaction;
import manumit.hub.identity.Description;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import manumit.matching.Particulars;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Checks made before, as their own member may see them now: candidates of alerts that are kept
/// from it since are gone.
@Component
class StoredChecks {

    private static final String SELECT =
            """
            SELECT id, member, actor, operation, purpose, post, made_at, particulars::text,
                   journal_entry
            FROM manumit.checks
            """;

    private final ActingTransaction transactions;
    private final JsonMapper json;

    StoredChecks(ActingTransaction transactions, JsonMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /// A row of the table.
    ///
    /// @param traveller null when forgotten
    record Row(
            UUID id,
            UUID member,
            UUID actor,
            String operation,
            String purpose,
            @Nullable UUID post,
            Instant madeAt,
            @Nullable Description traveller,
            long journalEntry) {

        Particulars particulars() {
            return traveller == null ? Particulars.builder().build() : traveller.particulars();
        }

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /// A candidate with what was made of it.
    record Judged(CandidateView candidate, @Nullable Verdict verdict) {}

    /// A check of the last ones, in short.
    ///
    /// @param name of the traveller; empty when forgotten or not given
    /// @param candidates how many the member may see now
    /// @param judged how many of them somebody made something of
    public record Brief(
            UUID id, Instant madeAt, String name, int candidates, int judged, boolean asked) {

        @Override
        public String toString() {
            return "Brief[" + id + "]";
        }
    }

    /// @throws ProblemException `NOT_FOUND` if the actor's member made no such check
    CheckAnswer get(Acting acting, UUID id) {
        return transactions.as(
                acting,
                sql -> {
                    Row row = findRow(sql, id).orElseThrow(Versions::notFound);
                    List<Judged> judged = judged(sql, id);
                    List<Verdict> verdicts = new ArrayList<>();
                    for (Judged one : judged) {
                        Verdict verdict = one.verdict();
                        if (verdict != null) {
                            verdicts.add(verdict);
                        }
                    }
                    return new CheckAnswer(
                            row.id(),
                            row.member(),
                            row.madeAt(),
                            row.journalEntry(),
                            row.post(),
                            row.traveller(),
                            null,
                            judged.stream().map(Judged::candidate).toList(),
                            verdicts,
                            CheckAnswer.From.JOURNAL);
                });
    }

    Optional<Row> findRow(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE id = :id").param("id", id).query(this::row).optional();
    }

    List<Row> rows(JdbcClient sql, List<UUID> ids) {
        return sql.sql(SELECT + "WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::row)
                .list();
    }

    /// Those that still hold a traveller, the latest first.
    List<Row> latest(JdbcClient sql, int most) {
        return sql.sql(SELECT + "WHERE particulars IS NOT NULL ORDER BY id DESC LIMIT :most")
                .param("most", most)
                .query(this::row)
                .list();
    }

    List<Judged> judged(JdbcClient sql, UUID check) {
        return sql.sql(
                        """
                        SELECT alert, answer::text, verdict, verdict_reason, verdict_at
                        FROM manumit.check_candidates WHERE check_id = :check ORDER BY place
                        """)
                .param("check", check)
                .query((row, _) -> {
                    CandidateView candidate =
                            json.readValue(row.getString("answer"), CandidateView.class);
                    String verdict = row.getString("verdict");
                    return new Judged(
                            candidate,
                            verdict == null
                                    ? null
                                    : new Verdict(
                                            candidate.alert(),
                                            Verdict.Kind.valueOf(verdict),
                                            row.getString("verdict_reason"),
                                            row.getObject("verdict_at", OffsetDateTime.class)
                                                    .toInstant()));
                })
                .list();
    }

    /// The last ones that this actor made.
    List<Brief> lastOf(Acting acting, int most) {
        return transactions.as(
                acting,
                sql ->
                        sql.sql(
                                        """
                                        SELECT c.id, c.made_at,
                                               COALESCE(c.particulars -> 'names' -> 0 ->> 'whole',
                                                   c.particulars -> 'documents' -> 0 ->> 'number',
                                                   '') AS name,
                                               f.candidates, f.judged, f.asked
                                        FROM manumit.checks c
                                        CROSS JOIN LATERAL (
                                            SELECT count(*) AS candidates, count(verdict) AS judged,
                                                   COALESCE(bool_or(verdict = 'ASKED'), false)
                                                     AS asked
                                            FROM manumit.check_candidates
                                            WHERE check_id = c.id) f
                                        WHERE c.actor = :actor ORDER BY c.id DESC LIMIT :most
                                        """)
                                .param("actor", acting.id())
                                .param("most", most)
                                .query((row, _) ->
                                        new Brief(
                                                row.getObject("id", UUID.class),
                                                row.getObject("made_at", OffsetDateTime.class)
                                                        .toInstant(),
                                                row.getString("name"),
                                                row.getInt("candidates"),
                                                row.getInt("judged"),
                                                row.getBoolean("asked")))
                                .list());
    }

    /// How many this actor made since.
    long countOf(Acting acting, Instant since) {
        return transactions.as(
                acting,
                sql ->
                        sql.sql(
                                        """
                                        SELECT count(*) FROM manumit.checks
                                        WHERE actor = :actor AND made_at >= :since
                                        """)
                                .param("actor", acting.id())
                                .param("since", since.atOffset(java.time.ZoneOffset.UTC))
                                .query(Long.class)
                                .single());
    }

    private Row row(ResultSet row, int index) throws SQLException {
        String particulars = row.getString("particulars");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                row.getObject("actor", UUID.class),
                row.getString("operation"),
                row.getString("purpose"),
                row.getObject("post", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                particulars == null ? null : json.readValue(particulars, Description.class),
                row.getLong("journal_entry"));
    }
}
