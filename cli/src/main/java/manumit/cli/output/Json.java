package manumit.cli.output;

import java.io.StringWriter;
import java.util.function.Consumer;
import manumit.matching.Evidence;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON lines. The keys and their order are a promise to the programs that read them.
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private Json() {}

    /// One line, ended by a line feed.
    ///
    /// @param content writes what stands between the braces
    public static String line(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /// `"evidence":[{"field","outcome","query","record","bits"}]`.
    public static void writeEvidence(JsonGenerator json, Iterable<Evidence> evidence) {
        json.writeArrayPropertyStart("evidence");
        for (Evidence e : evidence) {
            json.writeStartObject();
            json.writeStringProperty("field", e.field().code());
            json.writeStringProperty("outcome", e.outcome().code());
            json.writeStringProperty("query", e.query());
            json.writeStringProperty("record", e.record());
            json.writeNumberProperty("bits", Numbers.bits(e.bits()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
