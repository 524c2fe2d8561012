package manumit.cli.flights;

import java.util.Map;
import manumit.cli.check.Answer;
import manumit.cli.check.JsonAnswers;
import manumit.cli.check.TableAnswers;
import manumit.cli.output.Json;
import manumit.lists.Traveller;
import manumit.screening.FlightAssemblies.Change;
import manumit.travel.Completeness;
import tools.jackson.core.JsonGenerator;

/// How a screened person is written. Rendering happens on several threads: thread-safe.
interface ScreenFormat {

    /// Ends with a line feed.
    String render(ScreenedPerson person);

    /// Comes last; ends with a line feed unless empty.
    default String footer() {
        return "";
    }

    ///
    /// `{"file","message","flight":{…},"person","role","locator","presence","changed","complete":{…},
    /// "notes":[…],"query":{…},"candidates":[…]}`; the candidates are those of `check`.
    ScreenFormat JSON = ScreenFormat::json;

    /// As `check` prints, with flight, file and presence instead of a reference.
    static ScreenFormat table() {
        TableAnswers table = new TableAnswers();
        return new ScreenFormat() {
            @Override
            public String render(ScreenedPerson person) {
                return table.render(
                        new Answer(
                                new Traveller(
                                        reference(person),
                                        person.screened().asked(),
                                        person.given()),
                                person.screened().candidates()));
            }

            @Override
            public String footer() {
                return table.footer();
            }
        };
    }

    private static String reference(ScreenedPerson person) {
        return MessageTable.flight(person.message().flight())
                + " "
                + person.message().file()
                + " "
                + person.message().number()
                + "/"
                + person.number()
                + " "
                + MessageJson.code(person.person().presence());
    }

    private static String json(ScreenedPerson person) {
        return Json.line(json -> {
            json.writeStringProperty("file", person.message().file());
            json.writeNumberProperty("message", person.message().number());
            json.writeObjectPropertyStart("flight");
            MessageJson.writeLeg(json, person.message().flight());
            json.writeEndObject();
            json.writeNumberProperty("person", person.number());
            json.writeStringProperty("role", MessageJson.code(person.person().passenger().role()));
            json.writeStringProperty("locator", person.person().passenger().locator());
            json.writeStringProperty("presence", MessageJson.code(person.person().presence()));
            json.writeBooleanProperty("changed", person.person().isChanged());
            writeComplete(json, person.change());
            json.writeArrayPropertyStart("notes");
            person.screened().notes().forEach(note -> json.writeString(note.code()));
            json.writeEndArray();
            json.writeObjectPropertyStart("query");
            for (Map.Entry<String, String> field : person.given().entrySet()) {
                json.writeStringProperty(field.getKey(), field.getValue());
            }
            json.writeEndObject();
            JsonAnswers.writeCandidates(json, person.screened().candidates());
        });
    }

    /// `"complete":{"passengers":"3 of 4","crew":"unstated",…}`, as of this message.
    private static void writeComplete(JsonGenerator json, Change change) {
        json.writeObjectPropertyStart("complete");
        json.writeStringProperty("passengers", text(change.passengers()));
        json.writeStringProperty("crew", text(change.crew()));
        json.writeStringProperty("bookings", text(change.bookings()));
        json.writeEndObject();
    }

    private static String text(Completeness completeness) {
        return switch (completeness) {
            case Completeness.Complete(int arrived, int stated) -> arrived + " of " + stated;
            case Completeness.Incomplete(int arrived, int missing) ->
                    arrived + " of " + (arrived + missing);
            case Completeness.Unstated(int arrived) -> arrived + " of unstated";
        };
    }
}
