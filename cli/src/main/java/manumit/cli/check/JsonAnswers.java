package manumit.cli.check;

import java.util.List;
import manumit.cli.output.Json;
import manumit.cli.output.Numbers;
import manumit.matching.Candidate;
import tools.jackson.core.JsonGenerator;

/// One JSON object per line and traveller:
/// `{"id","query","candidates":[{"list","entity","name","score","band","evidence":[…]}]}`.
public final class JsonAnswers implements AnswerFormat {

    @Override
    public String render(Answer answer) {
        return Json.line(json -> {
            json.writeStringProperty("id", answer.traveller().id());
            json.writeName("query");
            json.writeStartObject();
            answer.traveller().given().entrySet().stream()
                    .filter(field -> !field.getValue().isBlank())
                    .forEach(field -> json.writeStringProperty(field.getKey(), field.getValue()));
            json.writeEndObject();
            writeCandidates(json, answer.candidates());
        });
    }

    /// `"candidates":[{"list","entity","name","score","band","evidence":[…]}]`.
    public static void writeCandidates(JsonGenerator json, List<Candidate> candidates) {
        json.writeArrayPropertyStart("candidates");
        candidates.forEach(candidate -> write(json, candidate));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Candidate candidate) {
        json.writeStartObject();
        json.writeStringProperty("list", candidate.identity().list());
        json.writeStringProperty("entity", candidate.identity().entity());
        json.writeStringProperty("name", ListedName.of(candidate));
        json.writeNumberProperty("score", Numbers.score(candidate.comparison().score()));
        json.writeStringProperty("band", candidate.comparison().band().code());
        Json.writeEvidence(json, candidate.comparison().evidence());
        json.writeEndObject();
    }
}
