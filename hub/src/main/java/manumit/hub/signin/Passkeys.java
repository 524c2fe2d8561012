package manumit.hub.signin;

import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys (WebAuthn): possession of the key, and the authenticator's own check of its user. Both
/// factors in one, so a passkey signs in without password and code.
///
/// Bound to {@link PublicAddress}: what was made for one address signs in at no other.
@Service
class Passkeys {

    static final int LABEL_MAX_CHARS = 60;
    static final int MAX_PER_USER = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final PasskeyStore store;
    private final PasskeyUsers users;
    private final PublicAddress address;
    private final Standing standing;

    Passkeys(PasskeyStore store, PasskeyUsers users, PublicAddress address, Standing standing) {
        this.store = store;
        this.users = users;
        this.address = address;
        this.standing = standing;
    }

    /// What became of a new passkey.
    enum Outcome {
        ADDED,
        LABEL,
        TOO_MANY,
        NOT_ACCEPTED
    }

    /// Where passkeys work; empty if nowhere: the address is unknown, or names no host but a
    /// number.
    Optional<URI> origin() {
        return address.origin().filter(origin -> !origin.getHost().matches("[0-9.]+|\\[.*"));
    }

    static String json(Object options) {
        return JSON.writeValueAsString(options);
    }

    /// Those of the signed-in user, oldest first.
    List<CredentialRecord> list(UUID user) {
        return store.findByUserId(PasskeyStore.handle(user));
    }

    void remove(String credentialId) {
        store.delete(Bytes.fromBase64(credentialId));
    }

    PublicKeyCredentialCreationOptions creation(Authentication user) {
        return party().createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(user));
    }

    /// @param answer `{"label": …, "credential": …}`, the second as browsers write it
    Outcome add(UUID user, PublicKeyCredentialCreationOptions asked, String answer) {
        try {
            JsonNode node = JSON.readTree(answer);
            String label = node.path("label").asString("").strip();
            if (label.isEmpty() || label.length() > LABEL_MAX_CHARS) {
                return Outcome.LABEL;
            }
            if (list(user).size() >= MAX_PER_USER) {
                return Outcome.TOO_MANY;
            }
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    JSON.readerFor(
                                    new TypeReference<
                                            PublicKeyCredential<
                                                    AuthenticatorAttestationResponse>>() {})
                            .readValue(node.path("credential"));
            party().registerCredential(
                            new ImmutableRelyingPartyRegistrationRequest(
                                    asked, new RelyingPartyPublicKey(credential, label)));
            LOG.info("user {} added a passkey", user);
            return Outcome.ADDED;
        } catch (IllegalArgumentException | WebAuthnException | JacksonException e) {
            LOG.info("passkey not added: {}", e.getClass().getSimpleName());
            return Outcome.NOT_ACCEPTED;
        }
    }

    /// For somebody unknown yet: the authenticator offers what it has for this address.
    PublicKeyCredentialRequestOptions request() {
        return party().createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /// Empty if anything is wrong: key unknown, signature, address, challenge, user not verified,
    /// user suspended.
    Optional<SignedIn> signIn(PublicKeyCredentialRequestOptions asked, String answer) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    JSON.readValue(
                            answer,
                            new TypeReference<
                                    PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            Bytes user =
                    party().authenticate(new RelyingPartyAuthenticationRequest(asked, credential))
                            .getId();
            return standing.ofUser(PasskeyStore.user(user));
        } catch (IllegalArgumentException | WebAuthnException | JacksonException e) {
            LOG.info("passkey refused: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Webauthn4JRelyingPartyOperations party() {
        URI origin =
                origin().orElseThrow(() -> new IllegalArgumentException("no address for passkeys"));
        Webauthn4JRelyingPartyOperations party =
                new Webauthn4JRelyingPartyOperations(
                        users,
                        store,
                        PublicKeyCredentialRpEntity.builder()
                                .id(origin.getHost())
                                .name("Manumit")
                                .build(),
                        Set.of(origin.toString()));
        party.setCustomizeCreationOptions(options ->
                options.authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build()));
        party.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }
}
