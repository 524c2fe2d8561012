package manumit.hub.signin;

import java.sql.Types;
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
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
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

    /// Says by which certificate a machine of the own member proves itself; both null: by its
    /// secret. Tokens that it has end.
    ///
    /// @return the new version
    long registerCertificate(
            UUID id, long expected, byte @Nullable [] sha256, @Nullable String subject) {
        long version =
                transactions.asSignedIn(sql -> {
                    int rows =
                            sql.sql(
                                            """
                                            UPDATE manumit.machines
                                            SET certificate_sha256 = :sha256,
                                                certificate_subject = :subject,
                                                version = version + 1
                                            WHERE id = :id AND version = :expected
                                            """)
                                    .param("sha256", sha256, Types.BINARY)
                                    .param("subject", subject, Types.VARCHAR)
                                    .param("id", id)
                                    .param("expected", expected)
                                    .update();
                    Optional<Long> now =
                            sql.sql("SELECT version FROM manumit.machines WHERE id = :id")
                                    .param("id", id)
                                    .query(Long.class)
                                    .optional();
                    Versions.updated(rows, now.isPresent());
                    return now.orElseThrow();
                });
        transactions.asSignIn(sql ->
                sql.sql("DELETE FROM manumit.machine_tokens WHERE machine = :id")
                        .param("id", id)
                        .update());
        return version;
    }

    /// A token good for {@link #TOKEN_VALID}; empty if identifier or secret is wrong, or the
    /// machine has a certificate.
    Optional<String> issueToken(UUID id, String secret) {
        int rows =
                transactions.asSignIn(sql ->
                        sql.sql(
                                        """
                                        SELECT count(*) FROM manumit.machines
                                        WHERE id = :id AND secret_hash = :hash
                                          AND certificate_sha256 IS NULL
                                          AND certificate_subject IS NULL
                                        """)
                                .param("id", id)
                                .param("hash", Tokens.hash(secret))
                                .query(Integer.class)
                                .single());
        return rows == 1 ? Optional.of(insertToken(id, null)) : Optional.empty();
    }

    /// The same by certificate (RFC 8705, sections 2.1 and 3); the token works with it only.
    Optional<String> issueToken(UUID id, ClientCertificate certificate) {
        if (!certificate.isValidAt(clock.instant())) {
            return Optional.empty();
        }
        byte[] sha256 = certificate.sha256();
        boolean right =
                transactions
                        .asSignIn(sql ->
                                sql.sql(
                                                """
                                                SELECT certificate_sha256, certificate_subject
                                                FROM manumit.machines WHERE id = :id
                                                """)
                                        .param("id", id)
                                        .query((row, _) -> {
                                            String subject = row.getString("certificate_subject");
                                            return subject == null
                                                    ? Arrays.equals(
                                                            sha256,
                                                            row.getBytes("certificate_sha256"))
                                                    : certificate.isOf(subject);
                                        })
                                        .optional())
                        .orElse(false);
        return right ? Optional.of(insertToken(id, sha256)) : Optional.empty();
    }

    private String insertToken(UUID machine, byte @Nullable [] certificateSha256) {
        String token = Tokens.fresh();
        transactions.asSignIn(sql -> {
            sql.sql("DELETE FROM manumit.machine_tokens WHERE expires_at < now()").update();
            return sql.sql(
                            """
                            INSERT INTO manumit.machine_tokens
                                (hash, machine, expires_at, certificate_sha256)
                            VALUES (:token, :machine, :until, :certificate)
                            """)
                    .param("token", Tokens.hash(token))
                    .param("machine", machine)
                    .param("until", clock.instant().plus(TOKEN_VALID).atOffset(ZoneOffset.UTC))
                    .param("certificate", certificateSha256, Types.BINARY)
                    .update();
        });
        return token;
    }

    private static Set<Role> roles(Object array) {
        return Arrays.stream((Object[]) array)
                .map(name -> Role.valueOf(String.valueOf(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
