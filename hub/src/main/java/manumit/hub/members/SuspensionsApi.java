package manumit.hub.members;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Needs;
import manumit.hub.access.RecordType;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Suspensions (R14): of a user or machine by its member, of a member by the coordinator; wholly or
/// for one type of record. In force from the next request on; kept after they are lifted.
@RestController
@RequestMapping(SuspensionsApi.PATH)
class SuspensionsApi {

    static final String PATH = "/api/v1/suspensions";
    private static final String SELECT =
            "SELECT id, member, user_id, machine, record_type, reason, imposed_by, imposed_at,"
                    + " lifted_by, lifted_at, version FROM manumit.suspensions ";

    private final ActingTransaction transactions;
    private final Clock clock;

    SuspensionsApi(ActingTransaction transactions, Clock clock) {
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

    @GetMapping
    @Needs(Right.READ_SUSPENSIONS)
    Page<Suspension> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        UUID start = Page.after(after);
        int items = Page.limit(limit);
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                                .param("after", start)
                                .param("limit", items + 1)
                                .query(Suspension::read)
                                .list(),
                        items,
                        Suspension::id));
    }

    @PostMapping("/of-actors")
    @Needs(Right.SUSPEND_USERS)
    ResponseEntity<Suspension> suspendActor(@Valid @RequestBody ActorSuspension body) {
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

    @PostMapping("/of-members")
    @Needs(Right.SUSPEND_MEMBERS)
    ResponseEntity<Suspension> suspendMember(@Valid @RequestBody MemberSuspension body) {
        if (body.member().equals(ActingTransaction.signedIn().member())) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    "member: the secretariat does not suspend itself, nobody could lift that");
        }
        return impose(body.member(), null, null, body.recordType(), body.reason());
    }

    @PostMapping("/of-actors/{id}/lifting")
    @Needs(Right.SUSPEND_USERS)
    ResponseEntity<Suspension> liftActor(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return lift(id, ifMatch, false);
    }

    @PostMapping("/of-members/{id}/lifting")
    @Needs(Right.SUSPEND_MEMBERS)
    ResponseEntity<Suspension> liftMember(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return lift(id, ifMatch, true);
    }

    private ResponseEntity<Suspension> impose(
            UUID member,
            @Nullable UUID user,
            @Nullable UUID machine,
            @Nullable RecordType type,
            String reason) {
        Acting acting = ActingTransaction.signedIn();
        Suspension suspension =
                transactions.asSignedIn(sql ->
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
        return Versions.created(PATH, suspension.id(), suspension);
    }

    private ResponseEntity<Suspension> lift(UUID id, @Nullable String ifMatch, boolean ofMember) {
        long expected = Versions.expected(ifMatch);
        Acting acting = ActingTransaction.signedIn();
        Suspension suspension =
                transactions.asSignedIn(sql -> {
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
        return Versions.answer(suspension, suspension.version());
    }

    private static Optional<Suspension> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(Suspension::read)
                .optional();
    }
}
