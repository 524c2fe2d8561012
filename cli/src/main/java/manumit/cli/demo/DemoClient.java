package manumit.cli.demo;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.cli.output.InputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One invented person at the hub: signed in with a session of their own, calls the API as a
/// browser does.
final class DemoClient {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final String operation;
    private final String purpose;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String csrf = "";

    private DemoClient(String address, String operation, String purpose) {
        this.address = address;
        this.operation = operation;
        this.purpose = purpose;
    }

    /// @param name as displayed; the demo has no two of one name
    /// @param purpose code of what this person's requests are for
    static DemoClient signIn(String address, String name, String operation, String purpose) {
        DemoClient person = new DemoClient(address, operation, purpose);
        String page = person.get("/sign-in/demo");
        Matcher row =
                Pattern.compile(
                                "<bdi>"
                                        + Pattern.quote(name)
                                        + "</bdi></th>.*?name=\"user\" value=\"([^\"]+)\"",
                                Pattern.DOTALL)
                        .matcher(page);
        if (!row.find()) {
            throw new IllegalStateException("the demo lacks one of its people");
        }
        person.send(
                person.request("/sign-in/demo")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "user="
                                                + row.group(1)
                                                + "&_csrf="
                                                + URLEncoder.encode(
                                                        person.csrf, StandardCharsets.UTF_8))));
        person.get("/");
        return person;
    }

    /// A page, as text.
    String get(String path) {
        String page = send(request(path).GET()).body();
        Matcher found = CSRF.matcher(page);
        if (found.find()) {
            csrf = found.group(1);
        }
        return page;
    }

    JsonNode read(String path) {
        return json(expect(send(request(path).GET())));
    }

    JsonNode post(String path, Object body) {
        return post(path, body, null);
    }

    /// @param version that the change is made from
    JsonNode post(String path, Object body, @Nullable Long version) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-TOKEN", csrf)
                        .POST(BodyPublishers.ofString(Cast.JSON.writeValueAsString(body)));
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        return json(expect(send(request)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Manumit-Operation", operation)
                .header("Manumit-Purpose", purpose);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException("the hub of the demo does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> expect(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    "the hub refused a step of the demo: "
                            + answer.request().method()
                            + " "
                            + answer.request().uri().getPath()
                            + " answered "
                            + answer.statusCode()
                            + " "
                            + answer.body());
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Cast.JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }
}
