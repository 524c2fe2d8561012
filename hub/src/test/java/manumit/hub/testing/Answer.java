package manumit.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the hub answered.
///
/// @param location where it sends to
public record Answer(
        int status,
        String contentType,
        Optional<String> eTag,
        Optional<String> location,
        Optional<String> retryAfter,
        String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Answer expect(int wanted) {
        assertThat(status).as("status; body: %s", body).isEqualTo(wanted);
        return this;
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /// A field of the top level, as text.
    public String text(String field) {
        return json().path(field).asString();
    }
}
