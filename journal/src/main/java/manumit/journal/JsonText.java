package manumit.journal;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// The JSON we take and write: bounded, without repeated keys.
final class JsonText {

    private static final int MOST_DEPTH = 32;

    /// Longest line of an export, in characters. An entry of the greatest size stays below: payload
    /// 8 KiB, each byte at most six characters when escaped, and the other fields.
    static final int MOST_LINE_CHARS = 128 * 1024;

    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MOST_DEPTH)
                                    .maxStringLength(MOST_LINE_CHARS)
                                    .maxNameLength(Act.MOST_PAYLOAD_BYTES)
                                    .build())
                    .build();

    private JsonText() {}

    /// @throws IllegalArgumentException unless the text is one JSON object
    static void requireObject(String field, String text) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException(field + ": must be a JSON object");
            }
            json.skipChildren();
            if (json.nextToken() != null) {
                throw new IllegalArgumentException(field + ": more follows the JSON object");
            }
        } catch (JacksonException e) {
            // Its message quotes the text.
            throw new IllegalArgumentException(
                    field + ": no valid JSON at character " + e.getLocation().getCharOffset());
        }
    }
}
