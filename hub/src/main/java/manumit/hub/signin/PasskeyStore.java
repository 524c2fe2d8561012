package manumit.hub.signin;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import manumit.hub.database.ActingTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// Passkeys in the database, as Spring Security asks for them. Made in the name of their user,
/// found and counted while signing in.
@Component
class PasskeyStore implements UserCredentialRepository {

    /// Thrown when a signature counter does not grow: the key was copied, or used by two at once.
    static final class CounterException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        CounterException() {
            super("the signature counter of the passkey did not grow");
        }
    }

    private final ActingTransaction transactions;

    PasskeyStore(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    static Bytes handle(UUID user) {
        return new Bytes(
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(user.getMostSignificantBits())
                        .putLong(user.getLeastSignificantBits())
                        .array());
    }

    /// @throws IllegalArgumentException if it is no handle of ours
    static UUID user(Bytes handle) {
        ByteBuffer buffer = ByteBuffer.wrap(handle.getBytes());
        if (buffer.remaining() != 2 * Long.BYTES) {
            throw new IllegalArgumentException("not a user handle of this hub");
        }
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /// Makes a new one, or counts the use of a known one.
    @Override
    public void save(CredentialRecord passkey) {
        if (findByCredentialId(passkey.getCredentialId()) == null) {
            insert(passkey);
        } else {
            countUse(passkey);
        }
    }

    private void insert(CredentialRecord passkey) {
        Bytes attestation = passkey.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("a passkey comes with an attestation");
        }
        transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                INSERT INTO manumit.passkeys
                                    (credential_id, user_id, label, public_key,
                                     attestation, signature_count, transports,
                                     backup_eligible, backed_up, created_at)
                                VALUES (:id, :user, :label, :key, :attestation, :count,
                                        :transports, :eligible, :backed_up, :created)
                                """)
                        .param("id", passkey.getCredentialId().getBytes())
                        .param("user", user(passkey.getUserEntityUserId()))
                        .param("label", passkey.getLabel())
                        .param("key", passkey.getPublicKey().getBytes())
                        .param("attestation", attestation.getBytes())
                        .param("count", passkey.getSignatureCount())
                        .param(
                                "transports",
                                passkey.getTransports().stream()
                                        .map(AuthenticatorTransport::getValue)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("eligible", passkey.isBackupEligible())
                        .param("backed_up", passkey.isBackupState())
                        .param("created", passkey.getCreated().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /// Authenticators that keep no counter send 0 always.
    private void countUse(CredentialRecord passkey) {
        int rows =
                transactions.asSignIn(sql ->
                        sql.sql(
                                        """
                                        UPDATE manumit.passkeys
                                        SET signature_count = :count, last_used_at = :now,
                                            backed_up = :backed_up
                                        WHERE credential_id = :id
                                          AND (signature_count < :count
                                               OR (signature_count = 0 AND :count = 0))
                                        """)
                                .param("count", passkey.getSignatureCount())
                                .param("now", passkey.getLastUsed().atOffset(ZoneOffset.UTC))
                                .param("backed_up", passkey.isBackupState())
                                .param("id", passkey.getCredentialId().getBytes())
                                .update());
        if (rows == 0) {
            throw new CounterException();
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return transactions
                .asSignIn(sql ->
                        sql.sql("SELECT * FROM manumit.passkeys WHERE credential_id = :id")
                                .param("id", credentialId.getBytes())
                                .query(PasskeyStore::read)
                                .optional())
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return transactions.asSignedIn(sql ->
                sql.sql("SELECT * FROM manumit.passkeys WHERE user_id = :user ORDER BY created_at")
                        .param("user", user(userId))
                        .query(PasskeyStore::read)
                        .list());
    }

    /// Of the signed-in user only: of others there is none.
    @Override
    public void delete(Bytes credentialId) {
        transactions.asSignedIn(sql ->
                sql.sql("DELETE FROM manumit.passkeys WHERE credential_id = :id")
                        .param("id", credentialId.getBytes())
                        .update());
    }

    private static CredentialRecord read(ResultSet row, int index) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        Set<AuthenticatorTransport> transports =
                Arrays.stream((Object[]) row.getArray("transports").getArray())
                        .map(name -> AuthenticatorTransport.valueOf(String.valueOf(name)))
                        .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(row.getObject("user_id", UUID.class)))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .transports(transports)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .created(created)
                .lastUsed(used == null ? created : used.toInstant())
                .build();
    }
}
