package manumit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests made from the hub's own OpenAPI and then spoilt: wrong types, missing and unknown
/// fields, broken JSON, strange text. Each is answered, none with a fault of the hub.
/// `-Drequests=10000` for as many.
@Slow
class MalformedRequestsTest {

    private static final int REQUESTS = Integer.getInteger("requests", 1_500);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> STRANGE =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "\ud800",
                    "'; DROP TABLE manumit.alerts; --",
                    "${jndi:ldap://x}",
                    "<script>alert(1)</script>",
                    "\u202e\u200b",
                    "9".repeat(400),
                    "ñ".repeat(5_000),
                    "-1",
                    "1e999",
                    "9999-99-99",
                    "NaN");

    /// One operation of the API.
    private record Operation(String method, String path, JsonNode parameters, JsonNode body) {}

    private final Random random = new Random(6);
    private final JsonNode api =
            JSON.readTree(TestHub.coordinator().get("/api/v1/openapi").expect(200).body());

    @Test
    void everySpoiltRequestIsAnsweredAndNoneWithAFaultOfTheHub() {
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(25);
        Person everybody = TestHub.secretariatUser(Set.of(Role.values()));
        Map<String, String> faults = new TreeMap<>();
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            Operation operation = operations.get(i % operations.size());
            String path = path(operation);
            String body = body(operation);
            everybody.with("Manumit-Purpose", "audit");
            if (random.nextInt(3) == 0) {
                everybody.with("If-Match", random.nextBoolean() ? "\"1\"" : "x");
            }
            Answer answer = everybody.sendText(operation.method(), path, body);
            answers.merge(answer.status(), 1, Integer::sum);
            if (answer.status() >= 500) {
                faults.put(
                        operation.method() + " " + operation.path() + " " + answer.status(),
                        body.substring(0, Math.min(200, body.length())));
            }
        }
        assertThat(faults).as("answers by status: %s", answers).isEmpty();
    }

    /// All but what ends the session of whoever asks, or never ends.
    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (path.getKey().endsWith("/session-ends")
                        || path.getKey().endsWith("/events")
                        || path.getKey().contains("suspensions")
                        || path.getKey().endsWith("/openapi")) {
                    continue;
                }
                JsonNode content =
                        method.getValue()
                                .path("requestBody")
                                .path("content")
                                .path("application/json");
                operations.add(
                        new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue().path("parameters"),
                                content.path("schema")));
            }
        }
        return operations;
    }

    private String path(Operation operation) {
        StringBuilder path = new StringBuilder(operation.path());
        for (JsonNode parameter : operation.parameters().values()) {
            String value = random.nextInt(3) == 0 ? strange() : UUID.randomUUID().toString();
            String name = parameter.path("name").asString();
            String encoded =
                    java.net.URLEncoder.encode(
                                    value.isBlank() ? "x" : value,
                                    java.nio.charset.StandardCharsets.UTF_8)
                            .replace("+", "%20");
            int at = path.indexOf("{" + name + "}");
            if (at >= 0) {
                path.replace(at, at + name.length() + 2, limited(encoded));
            } else if (parameter.path("in").asString().equals("query") && random.nextBoolean()) {
                path.append(path.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(limited(encoded));
            }
        }
        return path.toString();
    }

    /// Not cut within an escape.
    private static String limited(String encoded) {
        return encoded.length() <= 600 ? encoded : "9".repeat(600);
    }

    private String body(Operation operation) {
        if (operation.body().isMissingNode()) {
            return random.nextInt(4) == 0 ? strange() : "{}";
        }
        Object value = value(operation.body(), 0);
        String text = JSON.writeValueAsString(value);
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> text.replaceFirst("\\{", "{\"unknown\":1,");
            case 2 -> text.replaceFirst("\"[a-zA-Z]+\":", "");
            case 3 -> "[".repeat(2_000);
            default -> text;
        };
    }

    /// A value of a schema, or now and then of none.
    private @org.jspecify.annotations.Nullable Object value(JsonNode schema, int depth) {
        if (random.nextInt(6) == 0 || depth > 6) {
            return spoilt();
        }
        JsonNode resolved = resolved(schema);
        if (resolved.path("enum").size() > 0) {
            return resolved.path("enum")
                    .get(random.nextInt(resolved.path("enum").size()))
                    .asString();
        }
        String type = type(resolved);
        return switch (type) {
            case "object" -> {
                Map<String, @org.jspecify.annotations.Nullable Object> object =
                        new LinkedHashMap<>();
                for (Map.Entry<String, JsonNode> one : resolved.path("properties").properties()) {
                    if (random.nextInt(8) > 0) {
                        object.put(one.getKey(), value(one.getValue(), depth + 1));
                    }
                }
                yield object;
            }
            case "array" -> {
                List<@org.jspecify.annotations.Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(resolved.path("items"), depth + 1));
                }
                yield list;
            }
            case "integer", "number" -> random.nextInt(10) - 2;
            case "boolean" -> random.nextBoolean();
            default -> random.nextInt(3) == 0 ? strange() : plausible(resolved);
        };
    }

    private String plausible(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "20" + (20 + random.nextInt(30)) + "-02-" + (10 + random.nextInt(22));
            case "date-time" -> "2026-11-30T00:00:00Z";
            default -> "text " + random.nextInt(100);
        };
    }

    private @org.jspecify.annotations.Nullable Object spoilt() {
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> List.of();
            case 2 -> Map.of("x", 1);
            case 3 -> Long.MAX_VALUE;
            case 4 -> -0.5;
            case 5 -> true;
            default -> strange();
        };
    }

    private String strange() {
        return STRANGE.get(random.nextInt(STRANGE.size()));
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : api.at(reference.substring(1));
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() && !type.isEmpty()
                ? type.get(0).asString()
                : type.asString(schema.has("properties") ? "object" : "string");
    }
}
