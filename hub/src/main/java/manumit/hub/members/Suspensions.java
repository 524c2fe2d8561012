package manumit.hub.members;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.RecordType;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Suspensions (R14): of a user or machine by its member, of a member by the coordinator; wholly or
/// for one type of record. In force from the next request on; kept after they are lifted.
@Service
class Suspensions {

    private static final String SELECT =
            "SELECT id, member, user_id, machine, record_type, reason, imposed_by, imposed_at,"
                    + " lifted_by, lifted_at, version FROM manumit.suspensions ";

    private final ActingTransaction transactions;
    private final Clock clock;

    Suspensions(ActingTransaction transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param user null if not of a user
    /// @param machine null if not of a machine; with user null too: of the whole member
    /// @param recordType null for all types: a user cannot even sign in
    /// @param liftedAt null while in force
    record Suspension(
            UUID id,
            UUID member,
            @Nullable UUID user,
            @Nullable UUID machine,
            @Nullable RecordType recordType,
            String reason,
            UUID imposedBy,
            Instant imposedAt,
            @Nullable UUID liftedBy,
            @Nullable Instant liftedAt,
            long version)
            implements JournaledRecord {

        static Suspension read(ResultSet row, int index) throws SQLException {
            String type = row.getString("record_type");
            OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
            return new Suspension(
                    row.getObject("id", UUID.class),
                    row.getObject("member", UUID.class),
                    row.getObject("user_id", UUID.class),
                    row.getObject("machine", UUID.class),
                    type == null ? null : RecordType.valueOf(type),
                    row.getString("reason"),
                    row.getObject("imposed_by", UUID.class),
                    row.getObject("imposed_at", OffsetDateTime.class).toInstant(),
                    row.getObject("lifted_by", UUID.class),
                    lifted == null ? null : lifted.toInstant(),
                    row.getLong("version"));
        }

        @Override
        public String toString() {
            return "Suspension[id=" + id + "]";
        }
    }

    /// Of a user or a machine of the own member.
    record ActorSuspension(
            @Nullable UUID user,
            @Nullable UUID machine,
            @Nullable RecordType recordType,
            @NotNull @Size(min = 1, max = 500) String reason) {}

    /// Of a whole member.
    record MemberSuspension(
            @NotNull UUID member,
            @Nullable RecordType recordType,
            @NotNull @Size(min = 1, max = 500) String reason) {}

    /// Those after an identifier, in the order of identifiers.
    Page<Suspension> list(UUID after, int limit) {
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                                .param("after", after)
                                .param("limit", limit + 1)
                                .query(Suspension::read)
                                .list(),
                        limit,
                        Suspension::id));
    }

    /// Those in force, the latest first, at most 100.
    ///
    /// @param whom user, machine, or member as a whole
    List<Suspension> inForceOf(UUID whom) {
        return transactions.asSignedIn(sql ->
                sql.sql(
                                SELECT
                                        + """
                                        WHERE lifted_at IS NULL
                                          AND COALESCE(user_id, machine, member) = :whom
                                        ORDER BY id DESC LIMIT 100
                                        """)
                        .param("whom", whom)
                        .query(Suspension::read)
                        .list());
    }

    /// Which of these users or machines are suspended now: `true` wholly, `false` for some types.
    Map<UUID, Boolean> suspendedOf(List<UUID> actors) {
        Map<UUID, Boolean> suspended = new HashMap<>();
        if (actors.isEmpty()) {
            return suspended;
        }
        transactions
                .asSignedIn(sql ->
                        sql.sql(
                                        """
                                        SELECT COALESCE(user_id, machine) AS actor,
                                               bool_or(record_type IS NULL) AS wholly
                                        FROM manumit.suspensions
                                        WHERE lifted_at IS NULL
                                          AND COALESCE(user_id, machine) = ANY (:actors::uuid[])
                                        GROUP BY 1
                                        """)
                                .param(
                                        "actors",
                                        actors.stream().map(UUID::toString).toArray(String[]::new))
                                .query((row, _) ->
                                        Map.entry(
                                                row.getObject("actor", UUID.class),
                                                row.getBoolean("wholly")))
                                .list())
                .forEach(entry -> suspended.put(entry.getKey(), entry.getValue()));
        return suspended;
    }

    Suspension suspendActor(ActorSuspension body) {
        if ((body.user() == null) == (body.machine() == null)) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD, "user, machine: give exactly one of them");
        }
        Acting acting = ActingTransaction.signedIn();
        if (acting.id().equals(body.user())) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD, "user: nobody suspends themselves");
        }
        return impose(
                acting.member(), body.user(), body.machine(), body.recordType(), body.reason());
    }

    Suspension suspendMember(MemberSuspension body) {
        if (body.member().equals(ActingTransaction.signedIn().member())) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    "member: the secretariat does not suspend itself, nobody could lift that");
        }
        return impose(body.member(), null, null, body.recordType(), body.reason());
    }

    private Suspension impose(
            UUID member,
            @Nullable UUID user,
            @Nullable UUID machine,
            @Nullable RecordType type,
            String reason) {
        Acting acting = ActingTransaction.signedIn();
        return transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                INSERT INTO manumit.suspensions
                                    (member, user_id, machine, record_type, reason,
                                     imposed_by)
                                VALUES (:member, :user, :machine, :type, :reason,
                                        :by)
                                RETURNING id, member, user_id, machine,
                                    record_type, reason, imposed_by, imposed_at,
                                    lifted_by, lifted_at, version
                                """)
                        .param("member", member)
                        .param("user", user, Types.OTHER)
                        .param("machine", machine, Types.OTHER)
                        .param("type", type == null ? null : type.name(), Types.VARCHAR)
                        .param("reason", reason)
                        .param("by", acting.id())
                        .query(Suspension::read)
                        .single());
    }

    Suspension lift(UUID id, long expected, boolean ofMember) {
        Acting acting = ActingTransaction.signedIn();
        return transactions.asSignedIn(sql -> {
            int rows =
                    sql.sql(
                                    """
                                    UPDATE manumit.suspensions
                                    SET lifted_by = :by, lifted_at = :at,
                                        version = version + 1
                                    WHERE id = :id AND version = :expected
                                      AND lifted_at IS NULL
                                      AND (user_id IS NULL AND machine IS NULL)
                                          = :of_member
                                    """)
                            .param("by", acting.id())
                            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                            .param("id", id)
                            .param("expected", expected)
                            .param("of_member", ofMember)
                            .update();
            Optional<Suspension> now = find(sql, id);
            Versions.updated(rows, now.isPresent());
            return now.orElseThrow();
        });
    }

    private static Optional<Suspension> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(Suspension::read)
                .optional();
    }
}
