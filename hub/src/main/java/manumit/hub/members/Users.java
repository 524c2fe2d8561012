package manumit.hub.members;

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
import manumit.hub.access.Role;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.signin.Enrolments;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Users of the own member, and the first administrator of a new one.
@Service
class Users {

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

    Users(ActingTransaction transactions, Enrolments enrolments, Clock clock) {
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

    /// Those after an identifier, in the order of identifiers.
    Page<User> list(UUID after, int limit) {
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                                .param("after", after)
                                .param("limit", limit + 1)
                                .query(User::read)
                                .list(),
                        limit,
                        User::id));
    }

    /// @throws ProblemException if there is none
    User get(UUID id) {
        return transactions.asSignedIn(sql -> find(sql, id)).orElseThrow(Versions::notFound);
    }

    Invitation invite(NewUser body) {
        UUID member = ActingTransaction.signedIn().member();
        UUID id = UUID.randomUUID();
        ActUnderWay.tell(act -> act.about(RECORD, id, member));
        transactions.asSignedIn(sql -> {
            insert(sql, id, member, body.unit(), body.signInName(), body.displayName());
            body.roles().forEach(role -> grant(sql, id, member, role));
            return id;
        });
        return invited(id);
    }

    Invitation inviteFirst(FirstUser body) {
        UUID id = UUID.randomUUID();
        ActUnderWay.tell(act -> act.about(RECORD, id, body.member()));
        transactions.asSignedIn(sql -> {
            insert(sql, id, body.member(), null, body.signInName(), body.displayName());
            grant(sql, id, body.member(), Role.MEMBER_ADMINISTRATOR);
            return id;
        });
        return invited(id);
    }

    /// Forgotten password, lost device: everything of before is void, sessions too.
    Invitation inviteAgain(UUID id) {
        User own = transactions.asSignedIn(sql -> find(sql, id)).orElseThrow(Versions::notFound);
        return invited(own.id());
    }

    /// Ends all sessions of the user at once, on every hub.
    void endSessions(UUID id) {
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
    }

    User change(UUID id, long expected, UserChange body) {
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
        return user;
    }

    private Invitation invited(UUID id) {
        String path = enrolments.invite(id, clock.instant().plus(INVITATION));
        return new Invitation(id, path);
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
