package manumit.hub.alerts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.RecordType;
import manumit.hub.database.ActingTransaction;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.hub.ownership.Restriction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What circulates, of all members, and what of it changed: read in the scope `index`. Nobody else
/// reads in that scope; {@link DefaultCirculatedAlerts} keeps what is read from being shown.
@Component
class CirculatingRows {

    private static final String COLUMNS =
            """
            id, owner, owner_reference, kind, person_status, sheltered, content, handling_code,
            source_evaluation, information_evaluation, operation, circulated_at, version, audience
            """;

    private final ActingTransaction transactions;
    private final JsonMapper json;

    CirculatingRows(ActingTransaction transactions, JsonMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /// An alert with the number of its audience.
    record Row(CirculatedAlert alert, int audience) {}

    /// @param xact transaction that made it, unsigned
    record Change(UUID alert, UUID owner, long xact, Instant changedAt) {}

    /// What changed.
    ///
    /// @param horizon all changes of transactions before this one are told, now or earlier; ask
    ///   from here the next time
    record Changes(long horizon, List<Change> changes) {}

    /// Who may find the records of an audience, besides their owner.
    record Audience(int id, Restriction restriction) {}

    /// @param number place in sets of members
    record Numbered(UUID member, int number, String code) {}

    /// An alert that nobody reviewed in time.
    record Overdue(UUID id, UUID owner) {}

    /// @param type null: of all types
    record SuspendedOwner(UUID member, @Nullable RecordType type) {}

    /// Changes of transactions that had not ended when the horizon was told. Some may have been
    /// told before, none is left out.
    Changes changesSince(long horizon) {
        return transactions.asIndex(sql -> {
            // Before the changes are read: what ended before this is in them.
            long next = horizon(sql);
            List<Change> changes =
                    sql.sql(
                                    """
                                    SELECT alert, owner, xact::text, changed_at
                                    FROM manumit.alerts_changed_since(:horizon::text::xid8)
                                    """)
                            .param("horizon", Long.toUnsignedString(horizon))
                            .query((row, _) ->
                                    new Change(
                                            row.getObject("alert", UUID.class),
                                            row.getObject("owner", UUID.class),
                                            Long.parseUnsignedLong(row.getString("xact")),
                                            instant(row, "changed_at")))
                            .list();
            return new Changes(next, changes);
        });
    }

    /// From where to ask for changes, if everything is read now.
    long horizon() {
        return transactions.asIndex(CirculatingRows::horizon);
    }

    private static long horizon(JdbcClient sql) {
        return Long.parseUnsignedLong(
                sql.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
                        .query(String.class)
                        .single());
    }

    /// Those of these that circulate.
    List<Row> find(Collection<UUID> ids) {
        return transactions.asIndex(sql ->
                sql.sql("SELECT " + COLUMNS + " FROM manumit.circulating(:ids, NULL, NULL)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(this::row)
                        .list());
    }

    /// Those of these that circulate, are of published lists and may be found by everybody.
    List<UUID> openlyPublished(Collection<UUID> ids) {
        return transactions.asIndex(sql ->
                sql.sql(
                                """
                                SELECT id FROM manumit.circulating(:ids, NULL, NULL)
                                WHERE kind = 'PUBLISHED' AND audience IN (
                                    SELECT id FROM manumit.audiences_of_index()
                                    WHERE restriction = 'NONE')
                                """)
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /// Those that circulate, after an identifier, in the order of identifiers.
    List<Row> page(UUID after, int most) {
        return transactions.asIndex(sql ->
                sql.sql("SELECT " + COLUMNS + " FROM manumit.circulating(NULL, :after, :most)")
                        .param("after", after)
                        .param("most", most)
                        .query(this::row)
                        .list());
    }

    List<Audience> audiences() {
        return transactions.asIndex(sql ->
                sql.sql("SELECT id, restriction, members FROM manumit.audiences_of_index()")
                        .query((row, _) ->
                                new Audience(
                                        row.getInt("id"),
                                        Restriction.of(
                                                row.getString("restriction"),
                                                members(row.getArray("members")))))
                        .list());
    }

    List<Numbered> members() {
        return transactions.asIndex(sql ->
                sql.sql("SELECT id, number, code FROM manumit.members")
                        .query((row, _) ->
                                new Numbered(
                                        row.getObject("id", UUID.class),
                                        row.getInt("number"),
                                        row.getString("code")))
                        .list());
    }

    List<SuspendedOwner> suspendedOwners() {
        return transactions.asIndex(sql ->
                sql.sql("SELECT member, record_type FROM manumit.suspended_owners()")
                        .query((row, _) ->
                                new SuspendedOwner(
                                        row.getObject("member", UUID.class),
                                        Optional.ofNullable(row.getString("record_type"))
                                                .map(RecordType::valueOf)
                                                .orElse(null)))
                        .list());
    }

    /// Alerts whose review date is before today, of all members.
    List<Overdue> overdue(LocalDate today, int most) {
        return transactions.asIndex(sql ->
                sql.sql("SELECT id, owner FROM manumit.alerts_overdue(:today, :most)")
                        .param("today", today)
                        .param("most", most)
                        .query((row, _) ->
                                new Overdue(
                                        row.getObject("id", UUID.class),
                                        row.getObject("owner", UUID.class)))
                        .list());
    }

    /// Which database this is, and which life of it: a copy that is restored is another one.
    String databaseIdentity() {
        return transactions.asIndex(sql -> {
            sql.sql("SELECT manumit.settle_alert_changes()").query().listOfRows();
            return sql.sql("SELECT manumit.database_identity()").query(String.class).single();
        });
    }

    private Row row(ResultSet row, int index) throws SQLException {
        String status = row.getString("person_status");
        AlertContent content = json.readValue(row.getString("content"), AlertContent.class);
        return new Row(
                new CirculatedAlert(
                        row.getObject("id", UUID.class),
                        row.getObject("owner", UUID.class),
                        row.getString("owner_reference"),
                        AlertKind.valueOf(row.getString("kind")),
                        status == null ? null : PersonStatus.valueOf(status),
                        row.getBoolean("sheltered"),
                        content.description(),
                        content.instructions(),
                        HandlingCode.valueOf(row.getString("handling_code")),
                        new Evaluation(
                                Evaluation.Source.valueOf(row.getString("source_evaluation")),
                                row.getInt("information_evaluation")),
                        row.getString("operation"),
                        instant(row, "circulated_at"),
                        row.getLong("version")),
                row.getInt("audience"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<UUID> members(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
