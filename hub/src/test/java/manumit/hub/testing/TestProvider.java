package manumit.hub.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/// A small OpenID provider over HTTP: discovery, keys, code with PKCE, signed tokens. Whoever comes
/// is taken to be signed in; a test says what the token claims.
public final class TestProvider implements AutoCloseable {

    public static final String CLIENT = "manumit";
    public static final String SECRET = "between provider and hub";

    private final Tomcat server = new Tomcat();
    private final int port;
    private final RSAKey published = key();
    private final Path folder;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private RSAKey signing = published;
    private String announcedIssuer;
    private Consumer<JWTClaimsSet.Builder> claims = _ -> {};

    public TestProvider() {
        try {
            folder = Files.createTempDirectory("manumit-provider");
            server.setBaseDir(folder.toString());
            server.setPort(0);
            server.getConnector().setProperty("address", "127.0.0.1");
            Context context = server.addContext("", folder.toString());
            Tomcat.addServlet(context, "provider", new Answers()).addMapping("/*");
            server.start();
            port = server.getConnector().getLocalPort();
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
        announcedIssuer = issuer();
    }

    /// Which answer belongs to which path.
    private final class Answers extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            switch (request.getRequestURI()) {
                case "/.well-known/openid-configuration" -> discovery(response);
                case "/keys" -> json(response, 200, new JWKSet(published.toPublicJWK()).toString());
                case "/authorize" ->
                        response.sendRedirect(
                                back(URI.create("/authorize?" + request.getQueryString())));
                case "/token" -> token(request, response);
                default -> response.sendError(404);
            }
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /// Says of the next tokens that they are about this user, with a second factor.
    public TestProvider of(String name) {
        return claiming(claims ->
                claims.claim("preferred_username", name).claim("amr", java.util.List.of("mfa")));
    }

    /// @param change made to the claims last
    public TestProvider claiming(Consumer<JWTClaimsSet.Builder> change) {
        this.claims = change;
        return this;
    }

    public void announceIssuer(String issuer) {
        this.announcedIssuer = issuer;
    }

    /// From now on with a key that it does not publish.
    public void signWithAnotherKey() {
        this.signing = key();
    }

    /// What the browser does at the provider: from its address to the address back at the hub.
    ///
    /// @return path and query at the hub
    public String follow(String address) {
        URI back = URI.create(back(URI.create(address)));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private String back(URI asked) {
        Map<String, String> parameters = parameters(asked.getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, parameters);
        return parameters.get("redirect_uri")
                + "?code="
                + code
                + "&state="
                + java.net.URLEncoder.encode(
                        String.valueOf(parameters.get("state")), StandardCharsets.UTF_8);
    }

    private void discovery(HttpServletResponse response) throws IOException {
        json(
                response,
                200,
                "{\"issuer\":\""
                        + announcedIssuer
                        + "\",\"authorization_endpoint\":\""
                        + issuer()
                        + "/authorize\",\"token_endpoint\":\""
                        + issuer()
                        + "/token\",\"jwks_uri\":\""
                        + issuer()
                        + "/keys\"}");
    }

    private void token(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (CLIENT + ":" + SECRET.replace(' ', '+'))
                                                .getBytes(StandardCharsets.UTF_8));
        Map<String, String> form =
                parameters(
                        new String(
                                request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(String.valueOf(form.get("code")));
        if (asked == null
                || !basic.equals(request.getHeader("Authorization"))
                || !challenge(String.valueOf(form.get("code_verifier")))
                        .equals(asked.get("code_challenge"))) {
            json(response, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        json(
                response,
                200,
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,"
                        + "\"id_token\":\""
                        + signed(String.valueOf(asked.get("nonce")))
                        + "\"}");
    }

    private String signed(String nonce) {
        Instant now = InstantSource.system().instant();
        JWTClaimsSet.Builder builder =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience(CLIENT)
                        .subject("subject")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .claim("nonce", nonce);
        claims.accept(builder);
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID(published.getKeyID())
                                .build(),
                        builder.build());
        try {
            token.sign(new RSASSASigner(signing));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void json(HttpServletResponse response, int status, String text)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            server.stop();
            server.destroy();
            try (var paths = Files.walk(folder)) {
                paths.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
