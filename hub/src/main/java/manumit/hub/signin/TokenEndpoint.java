package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Open;
import manumit.hub.journal.ActUnderWay;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Gives a machine its token: grant `client_credentials`, proved by the secret in HTTP Basic, or by
/// the certificate of the connection and the parameter `client_id` (RFC 8705).
@RestController
class TokenEndpoint {

    private static final String BASIC = "Basic ";

    private final Machines machines;
    private final Standing standing;

    TokenEndpoint(Machines machines, Standing standing) {
        this.machines = machines;
        this.standing = standing;
    }

    @Journaled(kind = ActKind.SESSION, action = "session.token")
    @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Open(Open.Whom.EVERYBODY)
    ResponseEntity<Map<String, Object>> token(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestParam(name = "grant_type", defaultValue = "") String grantType,
            @RequestParam(name = "client_id", defaultValue = "") String clientId,
            HttpServletRequest request) {
        if (!grantType.equals("client_credentials")) {
            return error(HttpStatus.BAD_REQUEST, "unsupported_grant_type");
        }
        // A suspended machine gets no token either.
        Optional<ClientCertificate> certificate = ClientCertificate.of(request);
        Optional<String> issued =
                authorization == null && certificate.isPresent()
                        ? issue(clientId, certificate.get())
                        : issue(authorization);
        Optional<String> token = issued.filter(fresh -> hasStanding(fresh, certificate));
        if (token.isEmpty()) {
            return error(HttpStatus.UNAUTHORIZED, "invalid_client");
        }
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(
                        Map.of(
                                "access_token",
                                token.get(),
                                "token_type",
                                "Bearer",
                                "expires_in",
                                Machines.TOKEN_VALID.toSeconds()));
    }

    private boolean hasStanding(String fresh, Optional<ClientCertificate> certificate) {
        Optional<SignedIn> machine = standing.ofToken(fresh, certificate);
        machine.ifPresent(found -> ActUnderWay.tell(act -> act.by(found.getPrincipal())));
        return machine.isPresent();
    }

    private Optional<String> issue(String clientId, ClientCertificate certificate) {
        try {
            return machines.issueToken(UUID.fromString(clientId), certificate);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> issue(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            String pair =
                    new String(
                            Base64.getDecoder().decode(authorization.substring(BASIC.length())),
                            StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            return machines.issueToken(
                    UUID.fromString(pair.substring(0, colon)), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Map<String, Object>> error(HttpStatus status, String code) {
        return ResponseEntity.status(status)
                .header("Cache-Control", "no-store")
                .header("WWW-Authenticate", "Basic realm=\"manumit\"")
                .body(Map.of("error", code));
    }
}
