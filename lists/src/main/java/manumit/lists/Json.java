package manumit.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// One JSON object with its values sorted out by kind: texts (scalars and arrays of them) and
/// objects (single or in arrays). Arrays in arrays are flattened; null is left out.
///
/// @param texts numbers and booleans as written
record Json(Map<String, List<String>> texts, Map<String, List<Json>> objects) {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(20)
                                    .maxStringLength(1 << 20)
                                    .maxNameLength(1_000)
                                    .maxNumberLength(100)
                                    .maxTokenCount(1_000_000)
                                    .build())
                    .build();

    /// Reads one line.
    ///
    /// @return null where it is not exactly one object within the limits
    static @Nullable Json find(String line) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Json json = object(parser);
            return parser.nextToken() == null ? json : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    List<String> texts(String key) {
        return texts.getOrDefault(key, List.of());
    }

    /// The first text, or the empty one.
    String text(String key) {
        List<String> all = texts(key);
        return all.isEmpty() ? "" : all.getFirst();
    }

    List<Json> objects(String key) {
        return objects.getOrDefault(key, List.of());
    }

    private static Json object(JsonParser parser) {
        Json json = new Json(new LinkedHashMap<>(), new LinkedHashMap<>());
        String key = "";
        JsonToken token;
        while ((token = parser.nextToken()) != null) {
            switch (token) {
                case END_OBJECT -> {
                    return json;
                }
                case PROPERTY_NAME -> key = parser.currentName();
                case START_ARRAY, END_ARRAY -> {}
                case START_OBJECT ->
                        json.objects
                                .computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(object(parser));
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                        json.texts
                                .computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(parser.getString());
                case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
            }
        }
        return json;
    }
}
