package manumit.hub.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import manumit.hub.alerts.AlertNotices.Recipient;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// What became of an alert: its texts, its steps, and who received it. For its owner alone.
@Service
class AlertHistory {

    private final ActingTransaction transactions;
    private final Alerts alerts;
    private final AlertNotices notices;
    private final JsonMapper json;

    AlertHistory(
            ActingTransaction transactions, Alerts alerts, AlertNotices notices, JsonMapper json) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.notices = notices;
        this.json = json;
    }

    /// A text, and what the second person said of it.
    ///
    /// @param decision CIRCULATE, REFUSE, or PUBLISHED for an entry of a published list; null: none
    ///   yet
    record Version(
            long version,
            AlertText text,
            UUID madeBy,
            Instant madeAt,
            @Nullable UUID proposedBy,
            @Nullable Instant proposedAt,
            @Nullable UUID reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable String decision,
            @Nullable Boolean neutral,
            @Nullable Boolean rightsRespected,
            @Nullable Boolean refugeeFlag,
            String reason) {

        public OffsetDateTime moment() {
            return madeAt.atOffset(ZoneOffset.UTC);
        }
    }

    /// One thing that was done.
    ///
    /// @param step MADE, CHANGED, PROPOSED, REFUSED, CIRCULATED, RESTRICTED, PROLONGED, WITHDRAWN
    /// @param actorName as colleagues know them; empty: no longer there, or the hub itself
    record Step(
            long version, String step, UUID actor, String actorName, Instant at, String reason) {

        public OffsetDateTime moment() {
            return at.atOffset(ZoneOffset.UTC);
        }
    }

    /// Newest first.
    List<Version> versions(UUID id) {
        return ofOwn(
                id,
                (sql, _) ->
                        sql.sql(
                                        """
                                        SELECT * FROM manumit.alert_versions WHERE alert = :id
                                        ORDER BY version DESC
                                        """)
                                .param("id", id)
                                .query((row, _) -> version(row))
                                .list());
    }

    /// Oldest first.
    List<Step> steps(UUID id) {
        return ofOwn(
                id,
                (sql, _) ->
                        sql.sql(
                                        """
                                        SELECT s.version, s.step, s.actor, s.at, s.reason,
                                            COALESCE(u.display_name, m.name, '') AS actor_name
                                        FROM manumit.alert_steps s
                                        LEFT JOIN manumit.users u ON u.id = s.actor
                                        LEFT JOIN manumit.machines m ON m.id = s.actor
                                        WHERE s.alert = :id ORDER BY s.version
                                        """)
                                .param("id", id)
                                .query((row, _) ->
                                        new Step(
                                                row.getLong("version"),
                                                row.getString("step"),
                                                row.getObject("actor", UUID.class),
                                                row.getString("actor_name"),
                                                row.getObject("at", OffsetDateTime.class)
                                                        .toInstant(),
                                                row.getString("reason")))
                                .list());
    }

    List<Recipient> recipients(UUID id) {
        return ofOwn(id, notices::recipients);
    }

    private interface Question<T> {
        List<T> of(JdbcClient sql, AlertView alert);
    }

    /// @throws ProblemException for another's alert as for none
    private <T> List<T> ofOwn(UUID id, Question<T> question) {
        AlertView alert = alerts.get(id);
        if (!alert.owner().equals(ActingTransaction.signedIn().member())) {
            throw Versions.notFound();
        }
        ActUnderWay.tell(act -> act.about(AlertView.JOURNAL_TYPE, id, alert.owner()));
        return transactions.asSignedIn(sql -> question.of(sql, alert));
    }

    private Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("version"),
                json.readValue(row.getString("text"), AlertText.class),
                row.getObject("made_by", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("proposed_by", UUID.class),
                instant(row, "proposed_at"),
                row.getObject("reviewed_by", UUID.class),
                instant(row, "reviewed_at"),
                row.getString("decision"),
                row.getObject("neutral", Boolean.class),
                row.getObject("rights_respected", Boolean.class),
                row.getObject("refugee_flag", Boolean.class),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
