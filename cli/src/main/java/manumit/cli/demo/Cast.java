package manumit.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who takes part in the demo, what circulates, who travels, and what must come of it. Countries
/// are real, everybody in them and everything told of them is invented. Kept in `cast.json`.
///
/// @param operation reference that all checks are made for
record Cast(
        String operation, List<Member> members, List<Alert> alerts, List<Traveller> travellers) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param code ISO 3166-1 alpha-3
    record Member(String code, String name, List<JsonNode> posts, Officers officers) {}

    /// Display names.
    ///
    /// @param second looks at alerts before they circulate
    record Officers(
            String duty, String second, String border, String specialist, String administrator) {}

    /// @param owner code of the member
    /// @param body as the API takes it, without operation and review date
    record Alert(String owner, String ownerReference, Map<String, JsonNode> body) {}

    /// @param expects alerts that the check must answer with, and what becomes of each; no others
    /// @param hidden alerts that the check must not show, and whose owners must be told
    record Traveller(
            String post,
            @Nullable String mrz,
            JsonNode traveller,
            List<Expected> expects,
            List<String> hidden) {}

    /// How a hit goes.
    enum Course {
        /// The owner is asked and confirms.
        CONFIRM,
        /// The owner is asked and refutes.
        REFUTE,
        /// The officer sets the candidate aside.
        NOT_THIS_PERSON
    }

    /// @param alert reference of its owner
    /// @param words of whoever decides
    record Expected(String alert, Course course, String words) {}

    static Cast read() {
        try (InputStream in =
                Objects.requireNonNull(
                        Cast.class.getResourceAsStream("/manumit/cli/demo/cast.json"))) {
            JsonNode root = JSON.readTree(in);
            return new Cast(
                    root.path("operation").asString(),
                    items(root, "members").stream().map(Cast::member).toList(),
                    items(root, "alerts").stream().map(Cast::alert).toList(),
                    items(root, "travellers").stream().map(Cast::traveller).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Hits that somebody must be asked about, in the whole cast.
    List<Expected> expected() {
        return travellers.stream().flatMap(one -> one.expects().stream()).toList();
    }

    private static Member member(JsonNode node) {
        JsonNode officers = node.path("officers");
        return new Member(
                node.path("code").asString(),
                node.path("name").asString(),
                items(node, "posts"),
                new Officers(
                        officers.path("duty").asString(),
                        officers.path("second").asString(),
                        officers.path("border").asString(),
                        officers.path("specialist").asString(),
                        officers.path("administrator").asString()));
    }

    private static Alert alert(JsonNode node) {
        Map<String, JsonNode> body = new java.util.TreeMap<>();
        node.properties().forEach(field -> body.put(field.getKey(), field.getValue()));
        body.remove("owner");
        return new Alert(
                node.path("owner").asString(), node.path("ownerReference").asString(), body);
    }

    private static Traveller traveller(JsonNode node) {
        return new Traveller(
                node.path("post").asString(),
                node.hasNonNull("mrz") ? node.path("mrz").asString() : null,
                node.path("traveller"),
                items(node, "expects").stream()
                        .map(one ->
                                new Expected(
                                        one.path("alert").asString(),
                                        Course.valueOf(one.path("course").asString()),
                                        one.path("words").asString()))
                        .toList(),
                items(node, "hidden").stream().map(JsonNode::asString).toList());
    }

    private static List<JsonNode> items(JsonNode node, String field) {
        return List.copyOf(node.path(field).values());
    }
}
