package manumit.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import manumit.hub.Hub;
import manumit.hub.HubOptions;
import manumit.hub.access.Role;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestDatabase;
import manumit.hub.testing.TestHub;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions, bodies and proxies, by plain HTTP.
class RequestLimitsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir Path folder;

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    @Test
    void lookingAtTheSignInPageMakesNoSession() throws Exception {
        HttpResponse<String> page = send(to(TestHub.address() + "/sign-in"));
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie ->
                        assertThat(cookie)
                                .startsWith("manumit-csrf=")
                                .contains("HttpOnly", "SameSite=Lax"));
    }

    /// Whoever planted the cookie of before knows its token.
    @Test
    void tokenOfBeforeSigningInIsWorthNothingAfterIt() throws Exception {
        Person person = TestHub.admit().user(Role.ANALYST);
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        URI page = URI.create(TestHub.address() + "/sign-in");
        String before = browser.send(to(page.toString()).build(), BodyHandlers.ofString()).body();
        HttpCookie planted = cookies.getCookieStore().get(page).getFirst();
        String token = before.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String form =
                "_csrf="
                        + token
                        + "&name="
                        + person.signInName()
                        + "&password="
                        + person.password().replace(' ', '+')
                        + "&code="
                        + person.code(1);
        assertThat(post(browser, "/sign-in", form)).isEqualTo(302);
        cookies.getCookieStore().add(page, planted);
        assertThat(post(browser, "/sign-out", "_csrf=" + token)).isEqualTo(403);
    }

    private static int post(HttpClient browser, String path, String form) throws Exception {
        return browser.send(
                        to(TestHub.address() + path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void longBodyIsRefusedAndOneOfUnknownLengthToo() throws Exception {
        String path = TestHub.address() + "/api/v1/units";
        HttpResponse<String> tooLong =
                send(to(path).POST(BodyPublishers.ofString("x".repeat(1_048_577))));
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(tooLong.body()).contains("BODY_TOO_LONG");
        HttpResponse<String> unknown =
                send(
                        to(path).POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(new byte[10]))));
        assertThat(unknown.statusCode()).isEqualTo(411);
    }

    private HubOptions options(boolean behindProxy, Map<String, String> settings) {
        return new HubOptions(
                folder,
                TestDatabase.fresh(),
                0,
                InetAddress.getLoopbackAddress(),
                behindProxy,
                null,
                settings);
    }

    @Test
    @Slow
    void sessionEndsWithItsLifetimeHoweverBusy() {
        try (Hub hub = Hub.start(options(false, Map.of("manumit.session-lifetime", "0s")))) {
            Person person = new Person(hub.address());
            String invitation = hub.takeFirstEnrolment().orElseThrow();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> person.enrol(invitation))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("200");
            person.get("/api/v1/members").expect(401);
        }
    }

    /// What the proxy says about the client counts, and only that.
    @Test
    @Slow
    void behindAProxyTheClientsAddressAndSchemeAreThoseThatTheProxySays() throws Exception {
        try (Hub hub =
                Hub.start(
                        options(
                                true,
                                Map.of(
                                        "manumit.attempts-per-minute", "3",
                                        "manumit.address", "https://hub.example")))) {
            assertThat(hub.address()).isEqualTo("https://hub.example");
            String local = "http://127.0.0.1:" + hub.port();
            HttpResponse<String> page = send(proxied(local + "/sign-in", "203.0.113.7"));
            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-manumit-csrf=")
                    .contains("Secure");
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            for (int i = 0; i < 3; i++) {
                assertThat(attempt(local, "203.0.113.7")).isEqualTo(403);
            }
            assertThat(attempt(local, "203.0.113.7")).isEqualTo(429);
            assertThat(attempt(local, "203.0.113.8")).isEqualTo(403);
            String metrics = local + "/actuator/prometheus";
            assertThat(send(to(metrics)).statusCode()).isEqualTo(200);
            assertThat(send(proxied(metrics, "203.0.113.7")).statusCode()).isNotEqualTo(200);
            // A client that says it is on this machine.
            assertThat(send(proxied(metrics, "127.0.0.1")).statusCode()).isNotEqualTo(200);
        }
    }

    /// Without a CSRF token: counted all the same.
    private static int attempt(String local, String client) throws Exception {
        return send(proxied(local + "/sign-in", client).POST(BodyPublishers.ofString("")))
                .statusCode();
    }

    private static HttpRequest.Builder proxied(String address, String client) {
        return to(address)
                .header("X-Forwarded-For", client)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "hub.example");
    }
}
