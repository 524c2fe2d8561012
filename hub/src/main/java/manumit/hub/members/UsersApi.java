package manumit.hub.members;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.access.Role;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.signin.Enrolments;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Users of the own member, and the first administrator of a new one.
@RestController
@RequestMapping(UsersApi.PATH)
class UsersApi {

    static final String PATH = "/api/v1/users";
    private static final String RECORD = "user";
    private static final Duration INVITATION = Duration.ofDays(3);
    private static final String SELECT =
            """
            SELECT id, member, unit, sign_in_name, display_name, version,
                   ARRAY(SELECT role FROM manumit.user_roles r WHERE r.user_id = u.id) AS roles
            FROM manumit.users u
            """;

    private final ActingTransaction transactions;
    private final Enrolments enrolments;
    private final Clock clock;

    UsersApi(ActingTransaction transactions, Enrolments enrolments, Clock clock) {
        this.transactions = transactions;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    record User(
            UUID id,
            UUID member,
            @Nullable UUID unit,
            String signInName,
            String displayName,
            Set<Role> roles,
            long version)
            implements JournaledRecord {

        static User read(ResultSet row, int index) throws SQLException {
            Set<Role> roles =
                    Arrays.stream((Object[]) row.getArray("roles").getArray())
                            .map(name -> Role.valueOf(String.valueOf(name)))
                            .collect(Collectors.toCollection(TreeSet::new));
            return new User(
                    row.getObject("id", UUID.class),
                    row.getObject("member", UUID.class),
                    row.getObject("unit", UUID.class),
                    row.getString("sign_in_name"),
                    row.getString("display_name"),
                    roles,
                    row.getLong("version"));
        }

        @Override
        public String toString() {
            return "User[id=" + id + "]";
        }
    }

    /// A user to make.
    record NewUser(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._@-]{2,99}") String signInName,
            @NotNull @Size(min = 1, max = 200) String displayName,
            @Nullable UUID unit,
            @NotEmpty Set<@NotNull Role> roles) {
        @Override
        public String toString() {
            return "NewUser";
        }
    }

    /// A new member's first administrator.
    record FirstUser(
            @NotNull UUID member,
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._@-]{2,99}") String signInName,
            @NotNull @Size(min = 1, max = 200) String displayName) {
        @Override
        public String toString() {
            return "FirstUser[member=" + member + "]";
        }
    }

    /// What can change.
    record UserChange(
            @NotNull @Size(min = 1, max = 200) String displayName,
            @Nullable UUID unit,
            @NotEmpty Set<@NotNull Role> roles) {
        @Override
        public String toString() {
            return "UserChange";
        }
    }

    /// @param enrolmentPath path of the page on which the user enrols; shown this once
    record Invitation(UUID id, String enrolmentPath) {
        @Override
        public String toString() {
            return "Invitation[id=" + id + "]";
        }
    }

    @GetMapping
    @Needs(Right.READ_USERS)
    Page<User> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        UUID start = Page.after(after);
        int items = Page.limit(limit);
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                                .param("after", start)
                                .param("limit", items + 1)
                                .query(User::read)
                                .list(),
                        items,
                        User::id));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ_USERS)
    ResponseEntity<User> get(@PathVariable UUID id) {
        User user = transactions.asSignedIn(sql -> find(sql, id)).orElseThrow(Versions::notFound);
        return Versions.answer(user, user.version());
    }

    @PostMapping
    @Needs(Right.ADMINISTER_USERS)
    ResponseEntity<Invitation> invite(@Valid @RequestBody NewUser body) {
        UUID member = ActingTransaction.signedIn().member();
        UUID id = UUID.randomUUID();
        ActUnderWay.tell(act -> act.about(RECORD, id, member));
        transactions.asSignedIn(sql -> {
            insert(sql, id, member, body.unit(), body.signInName(), body.displayName());
            body.roles().forEach(role -> grant(sql, id, member, role));
            return id;
        });
        return created(id);
    }

    @PostMapping("/first-administrators")
    @Needs(Right.ADMINISTER_MEMBERS)
    ResponseEntity<Invitation> inviteFirst(@Valid @RequestBody FirstUser body) {
        UUID id = UUID.randomUUID();
        ActUnderWay.tell(act -> act.about(RECORD, id, body.member()));
        transactions.asSignedIn(sql -> {
            insert(sql, id, body.member(), null, body.signInName(), body.displayName());
            grant(sql, id, body.member(), Role.MEMBER_ADMINISTRATOR);
            return id;
        });
        return created(id);
    }

    /// Forgotten password, lost device: everything of before is void, sessions too.
    @PostMapping("/{id}/invitations")
    @Needs(Right.ADMINISTER_USERS)
    ResponseEntity<Invitation> inviteAgain(@PathVariable UUID id) {
        User own = transactions.asSignedIn(sql -> find(sql, id)).orElseThrow(Versions::notFound);
        return created(own.id());
    }

    /// Ends all sessions of the user at once.
    @PostMapping("/{id}/session-ends")
    @Needs(Right.SUSPEND_USERS)
    ResponseEntity<Void> endSessions(@PathVariable UUID id) {
        UUID member = ActingTransaction.signedIn().member();
        ActUnderWay.tell(act -> act.about(RECORD, id, member));
        int rows =
                transactions.asSignedIn(sql ->
                        sql.sql(
                                        """
                                        UPDATE manumit.users
                                        SET session_epoch = session_epoch + 1
                                        WHERE id = :id
                                        """)
                                .param("id", id)
                                .update());
        Versions.updated(rows, false);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/{id}")
    @Needs(Right.ADMINISTER_USERS)
    ResponseEntity<User> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody UserChange body) {
        long expected = Versions.expected(ifMatch);
        UUID member = ActingTransaction.signedIn().member();
        if (id.equals(ActingTransaction.signedIn().id())
                && !body.roles().contains(Role.MEMBER_ADMINISTRATOR)) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    "roles: an administrator does not take the role from themselves; another one"
                            + " does");
        }
        User user =
                transactions.asSignedIn(sql -> {
                    int rows =
                            sql.sql(
                                            """
                                            UPDATE manumit.users
                                            SET display_name = :name, unit = :unit,
                                                version = version + 1
                                            WHERE id = :id AND version = :expected
                                            """)
                                    .param("name", body.displayName())
                                    .param("unit", body.unit(), Types.OTHER)
                                    .param("id", id)
                                    .param("expected", expected)
                                    .update();
                    Versions.updated(rows, find(sql, id).isPresent());
                    sql.sql("DELETE FROM manumit.user_roles WHERE user_id = :id")
                            .param("id", id)
                            .update();
                    body.roles().forEach(role -> grant(sql, id, member, role));
                    return find(sql, id).orElseThrow();
                });
        return Versions.answer(user, user.version());
    }

    private ResponseEntity<Invitation> created(UUID id) {
        String path = enrolments.invite(id, clock.instant().plus(INVITATION));
        return Versions.created(PATH, id, new Invitation(id, path));
    }

    private static void insert(
            JdbcClient sql,
            UUID id,
            UUID member,
            @Nullable UUID unit,
            String signInName,
            String displayName) {
        sql.sql(
                        """
                        INSERT INTO manumit.users (id, member, unit, sign_in_name, display_name)
                        VALUES (:id, :member, :unit, :sign_in_name, :display_name)
                        """)
                .param("id", id)
                .param("member", member)
                .param("unit", unit, Types.OTHER)
                .param("sign_in_name", signInName)
                .param("display_name", displayName)
                .update();
    }

    private static void grant(JdbcClient sql, UUID id, UUID member, Role role) {
        sql.sql("INSERT INTO manumit.user_roles VALUES (:id, :member, :role)")
                .param("id", id)
                .param("member", member)
                .param("role", role.name())
                .update();
    }

    private static Optional<User> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE id = :id").param("id", id).query(User::read).optional();
    }
}
