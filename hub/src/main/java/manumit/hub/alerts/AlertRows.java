package manumit.hub.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.alerts.AlertView.Line;
import manumit.hub.alerts.AlertView.RestrictionView;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Alerts in the database, in the name of whoever acts: row-level security decides what is there.
@Component
class AlertRows {

    private static final String SELECT =
            """
            SELECT a.*, m.code, r.purpose, r.legal_basis, r.handling_code, r.source_evaluation,
                r.information_evaluation, v.text AS corrected, l.restriction,
                ARRAY(SELECT n.code FROM manumit.members n WHERE n.id = ANY (l.members)
                      ORDER BY n.code) AS listed
            FROM manumit.alerts a
            JOIN manumit.owned_records r ON r.id = a.id
            JOIN manumit.members m ON m.id = a.owner
            LEFT JOIN manumit.alert_versions v
                ON v.alert = a.id AND v.version = a.text_version AND a.correction IS NOT NULL
            LEFT JOIN LATERAL manumit.restriction_of(a.id) l ON true
            """;

    private final JsonMapper json;

    AlertRows(JsonMapper json) {
        this.json = json;
    }

    /// Which alerts to list.
    ///
    /// @param own null: of all members
    /// @param shelteredToo whether those of somebody to protect are listed; never by name
    /// @param plainToo whether the others are
    /// @param reviewBefore review dates before this day only
    record Filter(
            @Nullable UUID own,
            @Nullable AlertState state,
            @Nullable AlertKind kind,
            String name,
            boolean shelteredToo,
            boolean plainToo,
            boolean inReview,
            @Nullable LocalDate reviewBefore) {}

    Optional<AlertView> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE a.id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .optional()
                .map(view -> forReader(sql, view));
    }

    /// The same, kept from changing until the transaction ends; empty for what is not one's own.
    Optional<AlertView> lock(JdbcClient sql, UUID id) {
        return sql
                .sql("SELECT id FROM manumit.alerts WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .flatMap(_ -> find(sql, id));
    }

    /// The owner's alert with this reference, kept from changing as well.
    Optional<AlertView> lockByReference(JdbcClient sql, UUID owner, String reference) {
        List<UUID> ids =
                sql.sql(
                                """
                                SELECT id FROM manumit.alerts
                                WHERE owner = :owner AND owner_reference = :reference
                                """)
                        .param("owner", owner)
                        .param("reference", reference)
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list();
        return ids.isEmpty() ? Optional.empty() : lock(sql, ids.getFirst());
    }

    /// Those after an identifier, in the order of identifiers.
    List<Line> list(JdbcClient sql, Filter filter, UUID after, int most) {
        return sql.sql(
                        """
                        SELECT a.id, a.owner, m.code, a.owner_reference, a.kind, a.person_status,
                            a.state, a.correction, a.sheltered, a.names, a.review_on, a.changed_at,
                            a.version, a.owner = manumit.acting_member() AS own
                        FROM manumit.alerts a JOIN manumit.members m ON m.id = a.owner
                        WHERE a.id > :after
                          AND (:own::uuid IS NULL OR a.owner = :own::uuid)
                          AND (:state::text IS NULL OR a.state = :state)
                          AND (:kind::text IS NULL OR a.kind = :kind)
                          AND (:before::date IS NULL OR a.review_on < :before::date)
                          AND (NOT :inReview OR a.state = 'IN_REVIEW' OR a.correction = 'IN_REVIEW')
                          AND CASE WHEN a.sheltered THEN :sheltered AND :name = '' ELSE :plain END
                          AND (:name = '' OR strpos(lower(a.names), lower(:name)) > 0)
                        ORDER BY a.id LIMIT :most
                        """)
                .param("after", after)
                .param("own", filter.own(), java.sql.Types.OTHER)
                .param("state", name(filter.state()), java.sql.Types.VARCHAR)
                .param("kind", name(filter.kind()), java.sql.Types.VARCHAR)
                .param("before", filter.reviewBefore(), java.sql.Types.DATE)
                .param("inReview", filter.inReview())
                .param("sheltered", filter.shelteredToo())
                .param("plain", filter.plainToo())
                .param("name", filter.name())
                .param("most", most)
                .query((row, _) -> line(row))
                .list();
    }

    /// Makes the row of an alert whose record is there, and its first text.
    void insert(JdbcClient sql, Acting acting, UUID id, String reference, AlertText text) {
        sql.sql(
                        """
                        INSERT INTO manumit.alerts (id, owner, owner_reference, kind, person_status,
                            state, sheltered, operation, content, names, review_on)
                        VALUES (:id, :owner, :reference, :kind, :status, 'DRAFT', :sheltered,
                            :operation, :content::jsonb, :names, :review)
                        """)
                .param("id", id)
                .param("owner", acting.member())
                .param("reference", reference)
                .param("kind", text.kind().name())
                .param("status", name(text.personStatus()), java.sql.Types.VARCHAR)
                .param("sheltered", text.sheltered())
                .param("operation", text.operation())
                .param("content", json.writeValueAsString(text.content()))
                .param("names", text.names())
                .param("review", text.reviewOn())
                .update();
        keepText(sql, acting, id, 1, text);
        shelter(sql, id, text.sheltered());
    }

    /// Every text stays readable.
    void keepText(JdbcClient sql, Acting acting, UUID id, long version, AlertText text) {
        sql.sql(
                        """
                        INSERT INTO manumit.alert_versions (alert, version, owner, text, made_by)
                        VALUES (:id, :version, :owner, :text::jsonb, :by)
                        """)
                .param("id", id)
                .param("version", version)
                .param("owner", acting.member())
                .param("text", json.writeValueAsString(text))
                .param("by", acting.id())
                .update();
    }

    AlertText text(JdbcClient sql, UUID id, long version) {
        return json.readValue(
                sql.sql(
                                """
                                SELECT text::text FROM manumit.alert_versions
                                WHERE alert = :id AND version = :version
                                """)
                        .param("id", id)
                        .param("version", version)
                        .query(String.class)
                        .single(),
                AlertText.class);
    }

    /// What the alert says from now on.
    void say(JdbcClient sql, UUID id, AlertText text) {
        sql.sql(
                        """
                        UPDATE manumit.owned_records
                        SET purpose = :purpose, legal_basis = :basis, handling_code = :handling,
                            source_evaluation = :source, information_evaluation = :information,
                            version = version + 1, changed_at = now()
                        WHERE id = :id
                        """)
                .param("purpose", text.purpose().code())
                .param("basis", text.legalBasis())
                .param("handling", text.handlingCode().name())
                .param("source", text.evaluation().source().name())
                .param("information", text.evaluation().information())
                .param("id", id)
                .update();
        shelter(sql, id, text.sheltered());
        sql.sql(
                        """
                        UPDATE manumit.alerts
                        SET kind = :kind, person_status = :status, sheltered = :sheltered,
                            operation = :operation, content = :content::jsonb, names = :names,
                            review_on = :review
                        WHERE id = :id
                        """)
                .param("kind", text.kind().name())
                .param("status", name(text.personStatus()), java.sql.Types.VARCHAR)
                .param("sheltered", text.sheltered())
                .param("operation", text.operation())
                .param("content", json.writeValueAsString(text.content()))
                .param("names", text.names())
                .param("review", text.reviewOn())
                .param("id", id)
                .update();
    }

    /// From now on listed to nobody but the owner, or again to all that may see it.
    void shelter(JdbcClient sql, UUID id, boolean sheltered) {
        sql.sql(
                        """
                        UPDATE manumit.owned_records SET sheltered = :sheltered
                        WHERE id = :id AND sheltered <> :sheltered
                        """)
                .param("sheltered", sheltered)
                .param("id", id)
                .update();
        sql.sql(
                        """
                        UPDATE manumit.alerts SET sheltered = :sheltered
                        WHERE id = :id AND sheltered <> :sheltered
                        """)
                .param("sheltered", sheltered)
                .param("id", id)
                .update();
    }

    /// Notes a step; the alert's version grows with it.
    ///
    /// @param state null: as before
    /// @param correction null: none
    /// @return the version
    long step(
            JdbcClient sql,
            AlertView alert,
            String step,
            AlertState state,
            @Nullable AlertState correction,
            String reason) {
        long version = alert.version() + 1;
        sql.sql(
                        """
                        UPDATE manumit.alerts
                        SET state = :state, correction = :correction, version = :version,
                            changed_at = now()
                        WHERE id = :id
                        """)
                .param("state", state.name())
                .param("correction", name(correction), java.sql.Types.VARCHAR)
                .param("version", version)
                .param("id", alert.id())
                .update();
        noteStep(sql, alert.id(), version, alert.owner(), step, reason);
        return version;
    }

    void noteStep(JdbcClient sql, UUID id, long version, UUID owner, String step, String reason) {
        sql.sql(
                        """
                        INSERT INTO manumit.alert_steps (alert, version, owner, step, actor, reason)
                        VALUES (:id, :version, :owner, :step, manumit.acting_id(), :reason)
                        """)
                .param("id", id)
                .param("version", version)
                .param("owner", owner)
                .param("step", step)
                .param("reason", reason)
                .update();
    }

    private AlertView view(ResultSet row) throws SQLException {
        String corrected = row.getString("corrected");
        AlertContent content = json.readValue(row.getString("content"), AlertContent.class);
        String restriction = row.getString("restriction");
        return new AlertView(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getString("code"),
                row.getString("owner_reference"),
                AlertKind.valueOf(row.getString("kind")),
                choice(row.getString("person_status"), PersonStatus.class),
                AlertState.valueOf(row.getString("state")),
                choice(row.getString("correction"), AlertState.class),
                row.getBoolean("sheltered"),
                content.description(),
                row.getString("purpose"),
                row.getString("legal_basis"),
                row.getString("operation"),
                HandlingCode.valueOf(row.getString("handling_code")),
                new Evaluation(
                        Evaluation.Source.valueOf(row.getString("source_evaluation")),
                        row.getInt("information_evaluation")),
                row.getObject("review_on", LocalDate.class),
                content.instructions(),
                instant(row, "circulated_at"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                corrected == null ? null : json.readValue(corrected, AlertText.class),
                restriction == null
                        ? null
                        : new RestrictionView(
                                restriction,
                                Arrays.asList((String[]) row.getArray("listed").getArray())),
                row.getLong("version"),
                row.getLong("text_version"));
    }

    /// Others learn nothing of a correction before it circulates, nor from the version that counts
    /// its steps.
    private AlertView forReader(JdbcClient sql, AlertView view) {
        if (view.restriction() != null) {
            return view;
        }
        long circulated =
                sql.sql("SELECT circulated_version FROM manumit.alerts WHERE id = :id")
                        .param("id", view.id())
                        .query(Long.class)
                        .single();
        Instant since = view.circulatedAt();
        return new AlertView(
                view.id(),
                view.owner(),
                view.ownerCode(),
                view.ownerReference(),
                view.kind(),
                view.personStatus(),
                view.state(),
                null,
                view.sheltered(),
                view.description(),
                view.purpose(),
                view.legalBasis(),
                view.operation(),
                view.handlingCode(),
                view.evaluation(),
                view.reviewOn(),
                view.instructions(),
                since,
                since == null ? view.changedAt() : since,
                null,
                null,
                circulated,
                circulated);
    }

    private static Line line(ResultSet row) throws SQLException {
        boolean own = row.getBoolean("own");
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getString("code"),
                row.getString("owner_reference"),
                AlertKind.valueOf(row.getString("kind")),
                choice(row.getString("person_status"), PersonStatus.class),
                AlertState.valueOf(row.getString("state")),
                own ? choice(row.getString("correction"), AlertState.class) : null,
                row.getBoolean("sheltered"),
                row.getString("names"),
                row.getObject("review_on", LocalDate.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                own ? row.getLong("version") : 0);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static <E extends Enum<E>> @Nullable E choice(@Nullable String text, Class<E> type) {
        return text == null ? null : Enum.valueOf(type, text);
    }

    private static @Nullable String name(@Nullable Enum<?> one) {
        return one == null ? null : one.name();
    }
}
