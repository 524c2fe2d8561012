package manumit.hub.signin;

import java.util.UUID;
import manumit.hub.database.ActingTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/// Users as authenticators know them: the identifier as the handle, the sign-in name to show. Users
/// are made by their administrators, never here.
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private final ActingTransaction transactions;

    PasskeyUsers(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return find(PasskeyStore.user(id));
    }

    /// @param username identifier of the user, the name of {@link SignedIn}
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return find(UUID.fromString(username));
    }

    private @Nullable PublicKeyCredentialUserEntity find(UUID user) {
        return transactions
                .asSignIn(sql ->
                        sql.sql("SELECT sign_in_name FROM manumit.users WHERE id = :id")
                                .param("id", user)
                                .query(String.class)
                                .optional())
                .map(name -> entity(user, name))
                .orElse(null);
    }

    private static PublicKeyCredentialUserEntity entity(UUID user, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyStore.handle(user))
                .name(name)
                .displayName(name)
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity userEntity) {
        throw new IllegalArgumentException("there is no such user");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("passkeys do not delete users");
    }
}
