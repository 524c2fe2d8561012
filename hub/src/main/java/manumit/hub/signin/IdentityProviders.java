package manumit.hub.signin;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.Versions;
import org.springframework.stereotype.Service;

/// Members' own identity providers, as configured. The client secret is sealed.
@Service
class IdentityProviders {

    private final ActingTransaction transactions;
    private final SecretSeal seal;

    IdentityProviders(ActingTransaction transactions, SecretSeal seal) {
        this.transactions = transactions;
        this.seal = seal;
    }

    /// One provider, of one member.
    ///
    /// @param issuer as the provider writes it
    /// @param nameClaim claim that holds the sign-in name
    /// @param acr accepted values of the claim `acr`; empty: any, or none
    /// @param amr of which the claim `amr` must hold one; empty: any, or none
    record MemberProvider(
            UUID member,
            String issuer,
            String clientId,
            String clientSecret,
            String nameClaim,
            Set<String> acr,
            Set<String> amr,
            long version) {

        MemberProvider {
            acr = Set.copyOf(acr);
            amr = Set.copyOf(amr);
        }

        @Override
        public String toString() {
            return "MemberProvider[member=" + member + "]";
        }
    }

    /// That of the member of the signed-in user.
    Optional<MemberProvider> findOwn() {
        UUID member = ActingTransaction.signedIn().member();
        return transactions.asSignedIn(sql ->
                sql.sql("SELECT * FROM manumit.identity_providers WHERE member = :member")
                        .param("member", member)
                        .query(this::read)
                        .optional());
    }

    /// For signing in.
    ///
    /// @param code three letters of the member, in any case
    Optional<MemberProvider> find(String code) {
        return transactions.asSignIn(sql ->
                sql.sql(
                                """
                                SELECT p.* FROM manumit.identity_providers p
                                JOIN manumit.members m ON m.id = p.member
                                WHERE m.code = :code
                                """)
                        .param("code", code.strip().toUpperCase(Locale.ROOT))
                        .query(this::read)
                        .optional());
    }

    /// The user of that member with that sign-in name; of another member there is none.
    Optional<UUID> findUser(UUID member, String signInName) {
        return transactions.asSignIn(sql ->
                sql.sql(
                                """
                                SELECT id FROM manumit.users
                                WHERE member = :member AND sign_in_name = :name
                                """)
                        .param("member", member)
                        .param("name", signInName.strip().toLowerCase(Locale.ROOT))
                        .query(UUID.class)
                        .optional());
    }

    void add(MemberProvider provider) {
        transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                INSERT INTO manumit.identity_providers
                                    (member, issuer, client_id, client_secret_sealed,
                                     name_claim, accepted_acr, accepted_amr)
                                VALUES (:member, :issuer, :client, :secret, :claim, :acr, :amr)
                                """)
                        .param("member", provider.member())
                        .param("issuer", provider.issuer())
                        .param("client", provider.clientId())
                        .param("secret", sealed(provider))
                        .param("claim", provider.nameClaim())
                        .param("acr", sorted(provider.acr()))
                        .param("amr", sorted(provider.amr()))
                        .update());
    }

    /// @param provider with the version that it was changed from
    void change(MemberProvider provider) {
        int rows =
                transactions.asSignedIn(sql ->
                        sql.sql(
                                        """
                                        UPDATE manumit.identity_providers
                                        SET issuer = :issuer, client_id = :client,
                                            client_secret_sealed = :secret,
                                            name_claim = :claim, accepted_acr = :acr,
                                            accepted_amr = :amr, version = version + 1
                                        WHERE member = :member AND version = :version
                                        """)
                                .param("issuer", provider.issuer())
                                .param("client", provider.clientId())
                                .param("secret", sealed(provider))
                                .param("claim", provider.nameClaim())
                                .param("acr", sorted(provider.acr()))
                                .param("amr", sorted(provider.amr()))
                                .param("member", provider.member())
                                .param("version", provider.version())
                                .update());
        Versions.updated(rows, true);
    }

    /// @return whether there was one
    boolean removeOwn() {
        UUID member = ActingTransaction.signedIn().member();
        return transactions.asSignedIn(sql ->
                sql.sql("DELETE FROM manumit.identity_providers WHERE member = :member")
                        .param("member", member)
                        .update())
                == 1;
    }

    private byte[] sealed(MemberProvider provider) {
        return seal.seal(
                provider.member(), provider.clientSecret().getBytes(StandardCharsets.UTF_8));
    }

    private MemberProvider read(ResultSet row, int index) throws SQLException {
        UUID member = row.getObject("member", UUID.class);
        return new MemberProvider(
                member,
                row.getString("issuer"),
                row.getString("client_id"),
                new String(
                        seal.open(member, row.getBytes("client_secret_sealed")),
                        StandardCharsets.UTF_8),
                row.getString("name_claim"),
                strings(row.getArray("accepted_acr").getArray()),
                strings(row.getArray("accepted_amr").getArray()),
                row.getLong("version"));
    }

    private static Set<String> strings(Object array) {
        return Arrays.stream((Object[]) array).map(String::valueOf).collect(Collectors.toSet());
    }

    private static String[] sorted(Collection<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }
}
