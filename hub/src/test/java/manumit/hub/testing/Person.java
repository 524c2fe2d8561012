package manumit.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import manumit.hub.signin.Authenticator;
import org.jspecify.annotations.Nullable;

/// Somebody in front of a browser without a window: keeps cookies, fills in forms, calls the API
/// with the CSRF token of the pages.
public final class Person {

    private static final String PASSWORD = "correct horse battery";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7]+)<");
    private static final Pattern NAME = Pattern.compile("id=\"sign-in-name\">([^<]+)<");

    private final String address;
    private final HttpClient client;
    private final Map<String, String> once = new LinkedHashMap<>();
    private String csrf = "";
    private String signInName = "";
    private String secret = "";
    private String token = "";

    public Person(String address) {
        this(address, HttpClient.newBuilder());
    }

    /// Over TLS, with what that context trusts and shows.
    public Person(String address, SSLContext tls) {
        this(address, HttpClient.newBuilder().sslContext(tls));
    }

    /// Somebody at another machine, as far as the hub can tell.
    ///
    /// @param from an address of the loopback network such as `127.0.0.2`
    public static Person at(String address, String from) {
        return new Person(
                address, HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(from)));
    }

    private Person(String address, HttpClient.Builder client) {
        this.address = address;
        this.client = client.cookieHandler(new CookieManager()).build();
    }

    /// Opens the link of an invitation, enrols and signs in.
    public static Person enrol(String address, String path) {
        return new Person(address).enrol(path);
    }

    /// The same, with the browser of this person.
    public Person enrol(String path) {
        Person person = this;
        String page = person.get(path).expect(200).body();
        person.signInName = first(NAME, page);
        person.secret = first(SECRET, page);
        Answer chosen = person.choosePassword(path);
        if (chosen.status() != 302) {
            // The code grew too old on its way.
            chosen = person.choosePassword(path);
        }
        chosen.expect(302);
        person.signIn(0);
        return person;
    }

    private Answer choosePassword(String path) {
        return postForm(path, Map.of("password", PASSWORD, "repeated", PASSWORD, "code", code(-1)));
    }

    /// Signs in anew.
    ///
    /// @param step which code to use: 0 now, 1 the next one (accepted for clocks that are ahead)
    public Person signIn(int step) {
        get("/sign-in").expect(200);
        trySignIn(signInName, PASSWORD, code(step)).expect(302);
        get("/").expect(200);
        return this;
    }

    /// The same person, signed in elsewhere too.
    public Person onAnotherDevice() {
        Person there = new Person(address);
        there.signInName = signInName;
        there.secret = secret;
        return there.signIn(1);
    }

    public Answer trySignIn(String name, String password, String code) {
        return postForm("/sign-in", Map.of("name", name, "password", password, "code", code));
    }

    /// Acts as a machine from now on.
    public Person withToken(String bearer) {
        this.token = "Bearer " + bearer;
        return this;
    }

    /// Sends name and secret with each request from now on.
    ///
    /// @param pair in base64
    public Person withBasic(String pair) {
        this.token = "Basic " + pair;
        return this;
    }

    public String signInName() {
        return signInName;
    }

    public String password() {
        return PASSWORD;
    }

    /// The code of now or of that many steps later.
    public String code(int step) {
        Instant time = InstantSource.system().instant().plusSeconds(30L * step);
        return Authenticator.code(secret, time);
    }

    public Answer get(String path) {
        Answer answer = send(request(path).GET());
        Matcher found = CSRF.matcher(answer.body());
        if (found.find()) {
            csrf = found.group(1);
        }
        return answer;
    }

    public Answer post(String path, String json) {
        return send(json(path).POST(BodyPublishers.ofString(json)));
    }

    public Answer put(String path, @Nullable String ifMatch, String json) {
        HttpRequest.Builder request = json(path).PUT(BodyPublishers.ofString(json));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    public Answer postMatching(String path, String ifMatch, String json) {
        return send(json(path).header("If-Match", ifMatch).POST(BodyPublishers.ofString(json)));
    }

    /// Any method, with the CSRF token and an empty JSON object as the body.
    public Answer send(String method, String path) {
        return send(json(path).method(method, BodyPublishers.ofString("{}")));
    }

    /// Any method and any text that is said to be JSON.
    public Answer sendText(String method, String path, String text) {
        return send(json(path).method(method, BodyPublishers.ofString(text)));
    }

    public Answer postWithoutCsrfToken(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    public Answer postForm(String path, Map<String, String> fields) {
        String form =
                fields.entrySet().stream()
                                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                                .collect(Collectors.joining("&"))
                        + "&_csrf="
                        + encode(csrf);
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    /// A form with one file in the field `file`.
    public Answer postFile(String path, String content) {
        String border = "border-of-the-parts";
        String form =
                part(border, "name=\"_csrf\"", csrf)
                        + part(border, "name=\"file\"; filename=\"file.csv\"", content)
                        + "--"
                        + border
                        + "--\r\n";
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(BodyPublishers.ofString(form)));
    }

    private static String part(String border, String name, String content) {
        return "--"
                + border
                + "\r\nContent-Disposition: form-data; "
                + name
                + "\r\n\r\n"
                + content
                + "\r\n";
    }

    private HttpRequest.Builder json(String path) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", csrf);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "*/*");
        return token.isEmpty() ? request : request.header("Authorization", token);
    }

    /// Sends a header with the next request only.
    public Person with(String name, String value) {
        once.put(name, value);
        return this;
    }

    private Answer send(HttpRequest.Builder request) {
        once.forEach(request::setHeader);
        once.clear();
        try {
            HttpResponse<String> response =
                    client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("ETag"),
                    response.headers().firstValue("Location"),
                    response.headers().firstValue("Retry-After"),
                    response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as("%s on the page", pattern).isTrue();
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
