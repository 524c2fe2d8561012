package manumit.hub.signin;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import manumit.hub.access.Acting;
import manumit.hub.access.RecordType;
import manumit.hub.access.Role;
import manumit.hub.database.ActingTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What a user or a machine may do at this moment, so that a role taken away, a suspension (R14) or
/// the end of a session works at once: on the hub where it is done from the next request on, on
/// others that share the database within a fifth of a second ({@link StandingForAMoment}).
@Service
class Standing {

    private static final String USER =
            """
            SELECT u.id, u.member, u.session_epoch AS epoch,
                   ARRAY(SELECT role FROM manumit.user_roles r WHERE r.user_id = u.id) AS roles,
                   s.wholly, s.types
            FROM manumit.users u
            CROSS JOIN LATERAL (
                SELECT COALESCE(bool_or(record_type IS NULL), false) AS wholly,
                       array_remove(array_agg(record_type), NULL) AS types
                FROM manumit.suspensions
                WHERE lifted_at IS NULL AND member = u.member AND machine IS NULL
                  AND (user_id IS NULL OR user_id = u.id)) s
            WHERE u.id = :id
            """;

    private static final String MACHINE =
            """
            SELECT m.id, m.member, 0 AS epoch, m.roles, s.wholly, s.types
            FROM manumit.machine_tokens t
            JOIN manumit.machines m ON m.id = t.machine
            CROSS JOIN LATERAL (
                SELECT COALESCE(bool_or(record_type IS NULL), false) AS wholly,
                       array_remove(array_agg(record_type), NULL) AS types
                FROM manumit.suspensions
                WHERE lifted_at IS NULL AND member = m.member AND user_id IS NULL
                  AND (machine IS NULL OR machine = m.id)) s
            WHERE t.hash = :hash AND t.expires_at > now()
              AND (t.certificate_sha256 IS NULL OR t.certificate_sha256 = :certificate)
            """;

    private final ActingTransaction transactions;
    private final StandingForAMoment moment;

    Standing(ActingTransaction transactions) {
        this.transactions = transactions;
        this.moment = new StandingForAMoment();
        transactions.afterChanges(moment::forget);
    }

    /// Empty if there is no such user, or it is suspended wholly.
    Optional<SignedIn> ofUser(UUID id) {
        return moment.find("user " + id, () -> findUser(id));
    }

    private Optional<SignedIn> findUser(UUID id) {
        return transactions
                .asSignIn(sql ->
                        sql.sql(USER)
                                .param("id", id)
                                .query((row, _) -> read(row, Acting.Kind.USER))
                                .optional())
                .flatMap(found -> found);
    }

    /// Empty if the token is unknown, over or of another certificate, or the machine is suspended
    /// wholly.
    ///
    /// @param certificate of the connection
    Optional<SignedIn> ofToken(String token, Optional<ClientCertificate> certificate) {
        byte[] sha256 = certificate.map(ClientCertificate::sha256).orElse(null);
        String shown = sha256 == null ? "" : HexFormat.of().formatHex(sha256);
        return moment.find("token " + shown + " " + token, () -> findToken(token, sha256));
    }

    private Optional<SignedIn> findToken(String token, byte @Nullable [] sha256) {
        return transactions
                .asSignIn(sql ->
                        sql.sql(MACHINE)
                                .param("hash", Tokens.hash(token))
                                .param("certificate", sha256, Types.BINARY)
                                .query((row, _) -> read(row, Acting.Kind.MACHINE))
                                .optional())
                .flatMap(found -> found);
    }

    private static Optional<SignedIn> read(ResultSet row, Acting.Kind kind) throws SQLException {
        if (row.getBoolean("wholly")) {
            return Optional.empty();
        }
        Set<Role> roles =
                strings(row.getArray("roles")).stream()
                        .map(Role::valueOf)
                        .collect(Collectors.toSet());
        Set<RecordType> suspended =
                strings(row.getArray("types")).stream()
                        .map(RecordType::valueOf)
                        .collect(Collectors.toSet());
        Acting acting =
                new Acting(
                        kind,
                        row.getObject("id", UUID.class),
                        row.getObject("member", UUID.class),
                        roles,
                        suspended);
        return Optional.of(new SignedIn(acting, row.getLong("epoch")));
    }

    private static Set<String> strings(@Nullable Array array) throws SQLException {
        return array == null
                ? Set.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .collect(Collectors.toSet());
    }
}
