package manumit.benchmarks.hub;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Asks a hub over HTTP as a border system does: with a machine's token. Thread-safe; connections
/// are kept.
final class HubClient {

    private static final String[] HEADERS = {
        "Manumit-Operation", "BENCH-1", "Manumit-Purpose", "border-check"
    };
    private static final String PASSWORD = "benchmarks of the hub";

    private final String address;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HubClient(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /// What a machine signs in with, on this start of the hub and later ones.
    record Machine(String id, String secret) {
        @Override
        public String toString() {
            return "Machine[" + id + "]";
        }
    }

    /// Enrols the first administrator of a new hub, who makes a machine that may do all that is
    /// measured.
    static Machine register(ServedHub hub) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String enrol = get(browser, hub.invitation());
        String name = first("id=\"sign-in-name\">([^<]+)<", enrol);
        String secret = first("id=\"secret\">([A-Z2-7]+)<", enrol);
        form(
                browser,
                hub.invitation(),
                enrol,
                Map.of(
                        "password",
                        PASSWORD,
                        "repeated",
                        PASSWORD,
                        "code",
                        Authenticator.code(secret, -1)));
        String signIn = hub.address() + "/sign-in";
        form(
                browser,
                signIn,
                get(browser, signIn),
                Map.of("name", name, "password", PASSWORD, "code", Authenticator.code(secret, 0)));
        String home = get(browser, hub.address() + "/");
        HttpResponse<String> made =
                browser.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + "/api/v1/machines"))
                                .header("Content-Type", "application/json")
                                .header("X-CSRF-TOKEN", csrf(home))
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"name\":\"benchmark\",\"roles\":"
                                                        + "[\"DUTY_OFFICER\",\"BORDER_OFFICER\"]}"))
                                .build(),
                        BodyHandlers.ofString());
        String body = expect(made, 201);
        return new Machine(
                first("\"id\"\\s*:\\s*\"([^\"]+)\"", body),
                first("\"clientSecret\"\\s*:\\s*\"([^\"]+)\"", body));
    }

    static HubClient signIn(ServedHub hub, Machine machine)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        String pair =
                Base64.getEncoder()
                        .encodeToString(
                                (machine.id() + ":" + machine.secret())
                                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + "/oauth2/token"))
                                .header("Authorization", "Basic " + pair)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        BodyHandlers.ofString());
        return new HubClient(
                hub.address(), first("\"access_token\"\\s*:\\s*\"([^\"]+)\"", expect(answer, 200)));
    }

    /// Sends a file.
    ///
    /// @throws IOException if it is not taken
    void send(String path, String contentType, Path file) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .headers(HEADERS)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", contentType)
                                .POST(BodyPublishers.ofFile(file))
                                .build(),
                        BodyHandlers.ofString());
        String _ = expect(answer, 200);
    }

    /// Another connection, for one thread at a time.
    HubConnection connect() throws IOException {
        StringBuilder headers = new StringBuilder("Authorization: Bearer " + token + "\r\n");
        for (int i = 0; i < HEADERS.length; i += 2) {
            headers.append(HEADERS[i]).append(": ").append(HEADERS[i + 1]).append("\r\n");
        }
        return HubConnection.to(URI.create(address), headers.toString());
    }

    private static String get(HttpClient browser, String address)
            throws IOException, InterruptedException {
        return expect(
                browser.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        BodyHandlers.ofString()),
                200);
    }

    private static void form(
            HttpClient browser, String address, String page, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body =
                fields.entrySet().stream()
                                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                                .collect(Collectors.joining("&"))
                        + "&_csrf="
                        + encoded(csrf(page));
        expect(
                browser.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString()),
                302);
    }

    private static String csrf(String page) throws IOException {
        return first("name=\"_csrf\" value=\"([^\"]+)\"", page);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String first(String pattern, String text) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IOException("the hub answered something unexpected: no " + pattern);
        }
        return matcher.group(1);
    }

    private static String expect(HttpResponse<String> answer, int... wanted) throws IOException {
        for (int status : wanted) {
            if (answer.statusCode() == status) {
                return answer.body();
            }
        }
        throw new IOException(
                "the hub answered "
                        + answer.statusCode()
                        + " to "
                        + answer.request().uri().getPath()
                        + ": "
                        + answer.body().substring(0, Math.min(300, answer.body().length())));
    }
}
