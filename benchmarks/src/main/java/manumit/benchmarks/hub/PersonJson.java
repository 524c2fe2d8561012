package manumit.benchmarks.hub;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.Name;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Invented people as the hub's API takes them.
final class PersonJson {

    private static final JsonFactory JSON = new JsonFactory();

    private PersonJson() {}

    /// A single check.
    static String check(Particulars traveller) {
        return object(json -> describe(json, "traveller", traveller));
    }

    /// A line of a bulk check without its braces, for a key to be put before it.
    static String line(Particulars traveller) {
        String check = check(traveller);
        return check.substring(1, check.length() - 1);
    }

    /// A line of a list in Manumit's own format, as an import takes it.
    static String listed(String reference, Particulars listed) {
        return object(json -> {
            json.writeStringProperty("id", reference);
            json.writeStringProperty("kind", listed.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("name", listed.names().getFirst().whole());
            texts(json, "aliases", listed.names().stream().skip(1).map(Name::whole).toList());
            texts(json, "birth_date", listed.birthDates().stream().map(Object::toString).toList());
            texts(json, "nationality", listed.nationalities().stream().map(Country::code).toList());
            texts(
                    json,
                    "document_number",
                    listed.documents().stream().map(TravelDocument::number).toList());
        });
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void describe(JsonGenerator json, String name, Particulars person) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("kind", person.kind().name());
        json.writeArrayPropertyStart("names");
        for (Name one : person.names()) {
            json.writeStartObject();
            json.writeStringProperty("kind", one.kind().name());
            json.writeStringProperty("whole", one.whole());
            if (one.hasParts()) {
                json.writeStringProperty("givenNames", one.givenNames());
                json.writeStringProperty("familyName", one.familyName());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("birthDates");
        for (BirthDate date : person.birthDates()) {
            json.writeString(date.toString());
        }
        json.writeEndArray();
        if (person.sex() != Sex.UNKNOWN) {
            json.writeStringProperty("sex", person.sex().name());
        }
        json.writeArrayPropertyStart("nationalities");
        for (Country country : person.nationalities()) {
            json.writeString(country.code());
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("documents");
        for (TravelDocument document : person.documents()) {
            json.writeStartObject();
            if (document.type() != DocumentType.UNKNOWN) {
                json.writeStringProperty("type", document.type().name());
            }
            json.writeStringProperty("number", document.number());
            if (!document.issuer().equals(Country.UNKNOWN)) {
                json.writeStringProperty("country", document.issuer().code());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String object(Consumer<JsonGenerator> properties) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }
}
