package manumit.hub.checks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import manumit.hub.identity.Description;
import manumit.hub.identity.Description.WrittenDocument;
import manumit.hub.identity.Description.WrittenName;
import manumit.hub.web.ProblemException;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.NameKind;
import manumit.matching.Sex;
import org.jspecify.annotations.Nullable;

/// An entity of FollowTheMoney as a question: what its properties say in the terms of a
/// description. Properties that are about nothing we compare are left out.
///
/// @param schema such as `Person`, `Company`, `Vessel`
/// @param properties values by name
@JsonIgnoreProperties(ignoreUnknown = true)
record FtmEntity(
        @NotNull @Size(min = 1, max = 50) String schema,
        @NotNull @Size(max = 100) Map<String, List<String>> properties) {

    private static final int MOST_VALUES = 20;

    Description description() {
        EntityKind kind = kind();
        List<WrittenName> names = new ArrayList<>();
        each("name", value -> names.add(name(NameKind.PRIMARY, value)));
        List<String> first = values("firstName");
        List<String> last = values("lastName");
        if (names.isEmpty() && (!first.isEmpty() || !last.isEmpty())) {
            names.add(
                    new WrittenName(
                            NameKind.PRIMARY,
                            null,
                            String.join(" ", first),
                            String.join(" ", last)));
        }
        each("alias", value -> names.add(name(NameKind.ALIAS, value)));
        each("previousName", value -> names.add(name(NameKind.ALIAS, value)));
        List<WrittenDocument> documents = new ArrayList<>();
        each("passportNumber", value -> documents.add(document(DocumentType.PASSPORT, value)));
        each("idNumber", value -> documents.add(document(null, value)));
        each("taxNumber", value -> documents.add(document(DocumentType.TAX_NUMBER, value)));
        each(
                "registrationNumber",
                value -> documents.add(document(DocumentType.REGISTRATION, value)));
        each("imoNumber", value -> documents.add(document(DocumentType.REGISTRATION, value)));
        List<String> nationalities = new ArrayList<>(values("nationality"));
        nationalities.addAll(values("citizenship"));
        return new Description(
                kind == EntityKind.UNKNOWN ? null : kind,
                names,
                values("birthDate"),
                sex(),
                nationalities,
                values("birthPlace"),
                documents);
    }

    private EntityKind kind() {
        return switch (schema) {
            case "Person" -> EntityKind.PERSON;
            case "Organization", "Company", "PublicBody" -> EntityKind.ORGANISATION;
            case "Vessel" -> EntityKind.VESSEL;
            case "Airplane" -> EntityKind.AIRCRAFT;
            case "LegalEntity", "Thing" -> EntityKind.UNKNOWN;
            default ->
                    throw new ProblemException(
                            ProblemException.Code.INVALID_FIELD,
                            "schema: Person, LegalEntity, Organization, Company, PublicBody,"
                                    + " Vessel, Airplane or Thing");
        };
    }

    private @Nullable Sex sex() {
        for (String value : values("gender")) {
            switch (value.toLowerCase(Locale.ROOT)) {
                case "female", "f" -> {
                    return Sex.FEMALE;
                }
                case "male", "m" -> {
                    return Sex.MALE;
                }
                default -> {}
            }
        }
        return null;
    }

    private static WrittenName name(NameKind kind, String value) {
        return new WrittenName(kind, value, null, null);
    }

    private static WrittenDocument document(@Nullable DocumentType type, String number) {
        return new WrittenDocument(type, number, null);
    }

    private void each(String property, java.util.function.Consumer<String> value) {
        values(property).forEach(value);
    }

    private List<String> values(String property) {
        List<@Nullable String> given =
                new ArrayList<>(properties.getOrDefault(property, List.of()));
        List<String> values = new ArrayList<>();
        for (String one : given) {
            if (one != null && !one.isBlank()) {
                values.add(one.strip());
            }
        }
        return values.size() <= MOST_VALUES ? values : values.subList(0, MOST_VALUES);
    }

    @Override
    public String toString() {
        return "FtmEntity[" + schema + "]";
    }
}
