package manumit.hub.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import manumit.hub.access.Role;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.journal.JournaledRecord;
import org.springframework.stereotype.Service;

/// Programs that act for a member, by OAuth2 client credentials (RFC 6749, section 4.4).
///
/// Tokens are opaque and looked up for each request, so they end when the machine is suspended.
@Service
public class Machines {

    static final Duration TOKEN_VALID = Duration.ofMinutes(10);

    private final ActingTransaction transactions;
    private final Clock clock;

    Machines(ActingTransaction transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public record Machine(UUID id, UUID member, String name, Set<Role> roles, long version)
            implements JournaledRecord {}

    /// @param id also the `client_id`
    /// @param clientSecret shown this once; the hub keeps a hash
    public record Registered(UUID id, String clientSecret) {
        @Override
        public String toString() {
            return "Registered[id=" + id + "]";
        }
    }

    /// Those of the own member after an identifier, in order.
    public List<Machine> list(UUID after, int limit) {
        return transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                SELECT id, member, name, roles, version
                                FROM manumit.machines
                                WHERE id > :after ORDER BY id LIMIT :limit
                                """)
                        .param("after", after)
                        .param("limit", limit)
                        .query((row, _) ->
                                new Machine(
                                        row.getObject("id", UUID.class),
                                        row.getObject("member", UUID.class),
                                        row.getString("name"),
                                        roles(row.getArray("roles").getArray()),
                                        row.getLong("version")))
                        .list());
    }

    /// Makes a machine of the own member.
    public Registered register(String name, Set<Role> roles) {
        UUID member = ActingTransaction.signedIn().member();
        String secret = Tokens.fresh();
        UUID id = UUID.randomUUID();
        ActUnderWay.tell(act -> act.about("machine", id, member));
        transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                INSERT INTO manumit.machines
                                    (id, member, name, roles, secret_hash)
                                VALUES (:id, :member, :name, :roles, :hash)
                                """)
                        .param("id", id)
                        .param("member", member)
                        .param("name", name)
                        .param(
                                "roles",
                                roles.stream().map(Enum::name).sorted().toArray(String[]::new))
                        .param("hash", Tokens.hash(secret))
                        .update());
        return new Registered(id, secret);
    }

    /// A token good for {@link #TOKEN_VALID}; empty if identifier or secret is wrong.
    Optional<String> issueToken(UUID id, String secret) {
        String token = Tokens.fresh();
        int rows =
                transactions.asSignIn(sql -> {
                    sql.sql("DELETE FROM manumit.machine_tokens WHERE expires_at < now()").update();
                    return sql.sql(
                                    """
                                    INSERT INTO manumit.machine_tokens
                                    SELECT :token, id, :until FROM manumit.machines
                                    WHERE id = :id AND secret_hash = :hash
                                    """)
                            .param("token", Tokens.hash(token))
                            .param(
                                    "until",
                                    clock.instant().plus(TOKEN_VALID).atOffset(ZoneOffset.UTC))
                            .param("id", id)
                            .param("hash", Tokens.hash(secret))
                            .update();
                });
        return rows == 1 ? Optional.of(token) : Optional.empty();
    }

    private static Set<Role> roles(Object array) {
        return Arrays.stream((Object[]) array)
                .map(name -> Role.valueOf(String.valueOf(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
