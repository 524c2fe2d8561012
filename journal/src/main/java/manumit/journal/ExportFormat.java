package manumit.journal;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

/// Lines of an export as JSON, version 1; laid down in docs/journal.md. Fields stand in a fixed
/// order, and all of them, so that a line can be read in one way only.
final class ExportFormat {

    private static final int VERSION = 1;

    /// Far beyond any journal, and far from where adding one overflows.
    private static final long MOST_SEQUENCE = 1L << 53;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private ExportFormat() {}

    /// @return one line, without its line feed
    static String write(ExportLine line) {
        return switch (line) {
            case ExportLine.Header(JournalId id, long first, ChainHash previous) ->
                    json(json -> {
                        json.writeNumberProperty("journal", VERSION);
                        json.writeStringProperty("id", id.text());
                        json.writeNumberProperty("first", first);
                        json.writeStringProperty("previous", previous.hex());
                    });
            case ExportLine.Key(VerifyingKey key) ->
                    json(json -> json.writeStringProperty("key", key.base64()));
            case ExportLine.Entry(JournalEntry entry) -> json(json -> writeEntry(json, entry));
            case ExportLine.Signed(Checkpoint checkpoint) -> write(checkpoint);
            case ExportLine.End(long last, long entries, long checkpoints, long keys) ->
                    json(json -> {
                        json.writeNumberProperty("end", last);
                        json.writeNumberProperty("entries", entries);
                        json.writeNumberProperty("checkpoints", checkpoints);
                        json.writeNumberProperty("keys", keys);
                    });
        };
    }

    static String write(Checkpoint checkpoint) {
        return json(json -> {
            json.writeNumberProperty("checkpoint", checkpoint.sequence());
            json.writeStringProperty("hash", checkpoint.hash().hex());
            json.writeStringProperty("at", TIME.format(checkpoint.at()));
            json.writeStringProperty("key", checkpoint.keyFingerprint().hex());
            json.writeStringProperty("signature", checkpoint.signature());
        });
    }

    private static void writeEntry(JsonGenerator json, JournalEntry entry) {
        Act act = entry.act();
        json.writeNumberProperty("sequence", entry.sequence());
        json.writeStringProperty("at", TIME.format(entry.at()));
        json.writeStringProperty("kind", act.kind().code());
        json.writeStringProperty("action", act.action());
        json.writeStringProperty("outcome", act.outcome().code());
        json.writeStringProperty("member", act.actor().member());
        json.writeStringProperty("user", act.actor().user());
        json.writeStringProperty("machine", act.actor().machine());
        json.writeStringProperty("operation", act.operation());
        json.writeStringProperty("purpose", act.purpose());
        json.writeStringProperty("post", act.post());
        json.writeStringProperty("record_owner", act.record().owner());
        json.writeStringProperty("record_type", act.record().type());
        json.writeStringProperty("record_id", act.record().id());
        json.writeStringProperty("idempotency_key", act.idempotencyKey());
        json.writeArrayPropertyStart("subjects");
        act.subjects().forEach(subject -> json.writeString(subject.hex()));
        json.writeEndArray();
        json.writeStringProperty("payload", act.payload());
        json.writeStringProperty("hash", entry.hash().hex());
    }

    private static String json(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                JsonText.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    /// @throws IllegalArgumentException if it is no line of an export; the message quotes nothing
    ///   of it
    static ExportLine read(String line) {
        try (JsonParser json = JsonText.FACTORY.createParser(ObjectReadContext.empty(), line)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "no JSON object");
            String first = json.nextName();
            require(first != null, "an empty object");
            ExportLine read =
                    switch (first) {
                        case "journal" -> readHeader(json);
                        case "key" -> new ExportLine.Key(VerifyingKey.parse(textValue(json)));
                        case "sequence" -> new ExportLine.Entry(readEntry(json));
                        case "checkpoint" -> new ExportLine.Signed(readCheckpoint(json));
                        case "end" ->
                                new ExportLine.End(
                                        numberValue(json),
                                        number(json, "entries"),
                                        number(json, "checkpoints"),
                                        number(json, "keys"));
                        default -> throw new IllegalArgumentException("an unknown kind of line");
                    };
            require(json.nextToken() == JsonToken.END_OBJECT, "more fields than it may have");
            require(json.nextToken() == null, "more than one object");
            return read;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "no valid JSON at character " + e.getLocation().getCharOffset());
        }
    }

    private static ExportLine.Header readHeader(JsonParser json) {
        require(numberValue(json) == VERSION, "a version that is not known; take a newer Manumit");
        JournalId id = JournalId.parse(text(json, "id"));
        long first = number(json, "first");
        requireSequence(first);
        return new ExportLine.Header(id, first, ChainHash.parse(text(json, "previous")));
    }

    private static JournalEntry readEntry(JsonParser json) {
        long sequence = numberValue(json);
        requireSequence(sequence);
        Instant at = time(text(json, "at"));
        ActKind kind = ActKind.get(text(json, "kind"));
        String action = text(json, "action");
        Outcome outcome = Outcome.get(text(json, "outcome"));
        Actor actor = new Actor(text(json, "member"), text(json, "user"), text(json, "machine"));
        String operation = text(json, "operation");
        String purpose = text(json, "purpose");
        String post = text(json, "post");
        RecordReference record =
                new RecordReference(
                        text(json, "record_owner"),
                        text(json, "record_type"),
                        text(json, "record_id"));
        String key = text(json, "idempotency_key");
        List<SubjectHash> subjects = readSubjects(json);
        String payload = text(json, "payload");
        Act act =
                new Act(
                        actor, kind, action, outcome, operation, purpose, post, record, subjects,
                        payload, key);
        require(act.subjects().equals(subjects), "subjects out of order");
        return new JournalEntry(sequence, at, act, ChainHash.parse(text(json, "hash")));
    }

    private static List<SubjectHash> readSubjects(JsonParser json) {
        name(json, "subjects");
        require(json.nextToken() == JsonToken.START_ARRAY, "subjects that are no array");
        List<SubjectHash> subjects = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            require(subjects.size() < Act.MOST_SUBJECTS, "too many subjects");
            subjects.add(SubjectHash.parse(json.getString()));
        }
        require(json.currentToken() == JsonToken.END_ARRAY, "subjects that are no texts");
        return subjects;
    }

    private static Checkpoint readCheckpoint(JsonParser json) {
        long sequence = numberValue(json);
        requireSequence(sequence);
        ChainHash hash = ChainHash.parse(text(json, "hash"));
        Instant at = time(text(json, "at"));
        ChainHash key = ChainHash.parse(text(json, "key"));
        return new Checkpoint(sequence, hash, at, key, text(json, "signature"));
    }

    private static Instant time(String text) {
        try {
            Instant time = TIME.parse(text, Instant::from);
            require(TIME.format(time).equals(text), "a time in another form");
            return time;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a time that cannot be read");
        }
    }

    private static String text(JsonParser json, String name) {
        name(json, name);
        return textValue(json);
    }

    private static String textValue(JsonParser json) {
        require(json.nextToken() == JsonToken.VALUE_STRING, "a field that is no text");
        return json.getString();
    }

    private static long number(JsonParser json, String name) {
        name(json, name);
        return numberValue(json);
    }

    private static long numberValue(JsonParser json) {
        require(json.nextToken() == JsonToken.VALUE_NUMBER_INT, "a field that is no whole number");
        return json.getLongValue();
    }

    private static void name(JsonParser json, String name) {
        require(name.equals(json.nextName()), "no field " + name + " where it should be");
    }

    private static void requireSequence(long sequence) {
        require(sequence >= 1 && sequence <= MOST_SEQUENCE, "a number of an entry out of bounds");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
