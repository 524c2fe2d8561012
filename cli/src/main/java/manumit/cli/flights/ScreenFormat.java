package manumit.cli.flights;

import java.util.Map;
import manumit.cli.check.Answer;
import manumit.cli.check.JsonAnswers;
import manumit.cli.check.TableAnswers;
import manumit.cli.output.Json;
import manumit.cli.output.SafeText;
import manumit.lists.Traveller;
import manumit.screening.FlightAssemblies.Change;
import manumit.travel.Completeness;
import tools.jackson.core.JsonGenerator;

/// How a screened person is written. Rendering happens on several threads: thread-safe.
interface ScreenFormat {

    /// Ends with a line feed.
    String render(ScreenedPerson person);

    /// Somebody who is not asked about now. Ends with a line feed.
    String render(ToldPerson person);

    /// Comes last; ends with a line feed unless empty.
    default String footer() {
        return "";
    }

    /// `{"file","message","flight":{…},"person","question","role","locator","presence","changed",
    /// "complete":{…},"notes":[…],"query":{…},"candidates":[…]}`; the candidates are those of
    /// `check`. Who was asked about before has the question's number and no candidates:
    /// `{"file","message","flight":{…},"asked":"before","question","role","locator","presence",
    /// "query":{…}}`; `"asked":"no"` and no number where only the presence is another one.
    ScreenFormat JSON =
            new ScreenFormat() {
                @Override
                public String render(ScreenedPerson person) {
                    return json(person);
                }

                @Override
                public String render(ToldPerson person) {
                    return json(person);
                }
            };

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
            public String render(ToldPerson person) {
                return told(person);
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
                + " #"
                + person.person().question()
                + " "
                + MessageJson.code(person.person().presence());
    }

    private static String told(ToldPerson person) {
        return MessageTable.flight(person.message().flight())
                + " "
                + person.message().file()
                + " "
                + person.message().number()
                + " "
                + MessageJson.code(person.presence())
                + "  "
                + SafeText.of(
                        String.join(
                                ", ", ScreenedPerson.given(person.passenger()).sequencedValues()))
                + (person.question() > 0
                        ? "\n  asked once: see #" + person.question() + "\n\n"
                        : "\n  known; only this is new: "
                                + MessageJson.code(person.presence())
                                + "\n\n");
    }

    private static String json(ToldPerson person) {
        return Json.line(json -> {
            json.writeStringProperty("file", person.message().file());
            json.writeNumberProperty("message", person.message().number());
            json.writeObjectPropertyStart("flight");
            MessageJson.writeLeg(json, person.message().flight());
            json.writeEndObject();
            json.writeStringProperty("asked", person.question() > 0 ? "before" : "no");
            if (person.question() > 0) {
                json.writeNumberProperty("question", person.question());
            }
            json.writeStringProperty("role", MessageJson.code(person.passenger().role()));
            json.writeStringProperty("locator", person.passenger().locator());
            json.writeStringProperty("presence", MessageJson.code(person.presence()));
            writeQuery(json, ScreenedPerson.given(person.passenger()));
        });
    }

    private static void writeQuery(JsonGenerator json, Map<String, String> given) {
        json.writeObjectPropertyStart("query");
        given.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static String json(ScreenedPerson person) {
        return Json.line(json -> {
            json.writeStringProperty("file", person.message().file());
            json.writeNumberProperty("message", person.message().number());
            json.writeObjectPropertyStart("flight");
            MessageJson.writeLeg(json, person.message().flight());
            json.writeEndObject();
            json.writeNumberProperty("person", person.number());
            json.writeNumberProperty("question", person.person().question());
            json.writeStringProperty("role", MessageJson.code(person.person().passenger().role()));
            json.writeStringProperty("locator", person.person().passenger().locator());
            json.writeStringProperty("presence", MessageJson.code(person.person().presence()));
            json.writeBooleanProperty("changed", person.person().isChanged());
            writeComplete(json, person.change());
            json.writeArrayPropertyStart("notes");
            person.screened().notes().forEach(note -> json.writeString(note.code()));
            json.writeEndArray();
            writeQuery(json, person.given());
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
