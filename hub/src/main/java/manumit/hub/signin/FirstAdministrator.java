package manumit.hub.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Role;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.OwnActs;
import org.springframework.stereotype.Service;

/// Brings the first person into a new hub: the general secretariat's coordinator and administrator.
///
/// There is no default password. A link is made, shown once and good for a day; who opens it
/// chooses the password and enrols a second factor. Until then each start makes a new link and the
/// one before is void.
@Service
public class FirstAdministrator {

    /// From the codes that ISO 3166-1 leaves to its users.
    private static final String SECRETARIAT_CODE = "XGS";

    private static final String SIGN_IN_NAME = "administrator";
    private static final Duration VALID = Duration.ofDays(1);

    private final ActingTransaction transactions;
    private final Enrolments enrolments;
    private final OwnActs ownActs;
    private final Clock clock;

    FirstAdministrator(
            ActingTransaction transactions, Enrolments enrolments, OwnActs ownActs, Clock clock) {
        this.transactions = transactions;
        this.enrolments = enrolments;
        this.ownActs = ownActs;
        this.clock = clock;
    }

    /// The path of the page to enrol on; empty once somebody can sign in.
    public Optional<String> invite() {
        return ownActs.run("hub.first-invitation", this::inviteIfNobody);
    }

    private Optional<String> inviteIfNobody() {
        long enrolled =
                transactions.asSignIn(sql ->
                        sql.sql(
                                        "SELECT count(*) FROM manumit.credentials WHERE"
                                                + " password_hash IS NOT NULL")
                                .query(Long.class)
                                .single());
        if (enrolled > 0) {
            return Optional.empty();
        }
        UUID user = transactions.asSignIn(this::findUser).orElseGet(this::makeUser);
        return Optional.of(enrolments.invite(user, clock.instant().plus(VALID)));
    }

    private Optional<UUID> findUser(org.springframework.jdbc.core.simple.JdbcClient sql) {
        return sql.sql("SELECT id FROM manumit.users WHERE sign_in_name = :name")
                .param("name", SIGN_IN_NAME)
                .query(UUID.class)
                .optional();
    }

    private UUID makeUser() {
        UUID member = UUID.randomUUID();
        UUID user = UUID.randomUUID();
        Acting first =
                new Acting(
                        Acting.Kind.USER,
                        user,
                        member,
                        Set.of(Role.COORDINATOR, Role.MEMBER_ADMINISTRATOR),
                        Set.of());
        return transactions.as(
                first,
                sql -> {
                    sql.sql(
                                    """
                                    INSERT INTO manumit.members (id, code, kind, name, secretariat)
                                    VALUES (:id, :code, 'INTERNATIONAL_BODY',
                                            'General secretariat', true)
                                    """)
                            .param("id", member)
                            .param("code", SECRETARIAT_CODE)
                            .update();
                    sql.sql(
                                    """
                                    INSERT INTO manumit.users
                                        (id, member, sign_in_name, display_name)
                                    VALUES (:id, :member, :name, 'First administrator')
                                    """)
                            .param("id", user)
                            .param("member", member)
                            .param("name", SIGN_IN_NAME)
                            .update();
                    for (Role role : first.roles()) {
                        sql.sql(
                                        "INSERT INTO manumit.user_roles VALUES (:user, :member,"
                                                + " :role)")
                                .param("user", user)
                                .param("member", member)
                                .param("role", role.name())
                                .update();
                    }
                    return user;
                });
    }
}
