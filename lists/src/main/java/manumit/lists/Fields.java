package manumit.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;

/// Manumit's own fields, the same in lists, travellers and pairs, in CSV and in NDJSON. Several
/// values of a field are separated by `|`, or stand in an array. What cannot be read is rejected
/// with field, place and what is accepted; the rest is kept.
final class Fields {

    /// All fields, in the order of the documentation.
    static final Set<String> ALL =
            new java.util.LinkedHashSet<>(
                    List.of(
                            "id",
                            "kind",
                            "name",
                            "given_names",
                            "family_name",
                            "aliases",
                            "birth_date",
                            "sex",
                            "nationality",
                            "birth_place",
                            "document_number",
                            "document_type",
                            "document_country",
                            "mrz",
                            "list"));

    /// Common other names of the fields.
    private static final Map<String, String> SYNONYMS = new HashMap<>();

    static {
        ALL.forEach(field -> SYNONYMS.put(field, field));
        synonyms("name", "full_name", "whole_name");
        synonyms("given_names", "given_name", "first_name", "first_names", "forenames");
        synonyms("family_name", "surname", "last_name", "family_names", "surnames");
        synonyms("aliases", "alias");
        synonyms("birth_date", "birthdate", "date_of_birth", "dob");
        synonyms("sex", "gender");
        synonyms("nationality", "nationalities");
        synonyms("birth_place", "birthplace", "place_of_birth");
        synonyms("document_number", "passport_number", "document_no");
        synonyms("mrz", "machine_readable_zone");
        synonyms("document_country", "issuing_country", "document_issuer");
    }

    /// Most values of one field.
    private static final int MAX_VALUES = 1_000;

    private Fields() {}

    private static void synonyms(String field, String... others) {
        for (String other : others) {
            SYNONYMS.put(other, field);
        }
    }

    /// The field that a column or key means, or empty.
    static Optional<String> find(String column) {
        return Optional.ofNullable(SYNONYMS.get(Header.normal(column)));
    }

    /// Does a header look like one of ours: a name or a document, under our own names?
    static boolean isHeader(List<String> columns) {
        Set<String> fields = new java.util.HashSet<>();
        columns.forEach(column -> find(column).ifPresent(fields::add));
        return fields.contains("name")
                || fields.contains("family_name")
                || fields.contains("given_names")
                || fields.contains("document_number");
    }

    /// Cuts a text into its values; blank ones are kept only between others, to keep positions.
    static List<String> values(String text) {
        if (text.indexOf('|') < 0) {
            return text.isBlank() ? List.of() : List.of(text.strip());
        }
        List<String> values = new ArrayList<>();
        for (String part : text.split("\\|", MAX_VALUES)) {
            values.add(part.strip());
        }
        return values;
    }

    static List<String> values(List<String> texts) {
        if (texts.size() == 1) {
            return values(texts.getFirst());
        }
        List<String> all = new ArrayList<>();
        for (String text : texts) {
            if (all.size() < MAX_VALUES) {
                all.addAll(values(text));
            }
        }
        return all;
    }

    /// Where the values stand, for messages.
    ///
    /// @param record reference of the record
    /// @param prefix of the fields, for example `left_`
    record Place(String record, String prefix, long line, Rejects rejects) {

        void report(RejectCode code, String field, String what) {
            rejects.add(line, code, prefix + field + " of " + Records.shown(record) + ": " + what);
        }

        void reject(RejectCode code, String field, String accepted) {
            rejects.add(
                    line,
                    code,
                    prefix
                            + field
                            + " of "
                            + Records.shown(record)
                            + ": not understood; accepted: "
                            + accepted);
        }
    }

    /// @param fields values by field
    /// @param fallback kind where none is given
    /// @param original whether names in other letters than Latin are marked {@link
    ///   NameKind#ORIGINAL_SCRIPT}
    static Particulars particulars(
            Function<String, List<String>> fields,
            EntityKind fallback,
            boolean original,
            Place place) {
        EntityKind kind = kind(fields.apply("kind"), fallback, place);
        Particulars.Builder builder = Particulars.builder().kind(kind);
        for (Name name : names(fields, kind)) {
            builder.name(original ? Records.marked(name) : name);
        }
        for (String text : fields.apply("birth_date")) {
            if (text.isEmpty()) {
                continue;
            }
            DateText dates = DateText.read(text);
            dates.dates().forEach(builder::birthDate);
            if (dates.unreadable() > 0) {
                place.reject(
                        RejectCode.BIRTH_DATE_UNREADABLE,
                        "birth_date",
                        "1964-02-17, 1964-02, 1964, c. 1964, 1960/1964");
            }
        }
        sex(fields.apply("sex"), builder, place);
        for (String text : fields.apply("nationality")) {
            country(text, "nationality", place).ifPresent(builder::nationality);
        }
        fields.apply("birth_place").forEach(builder::birthPlace);
        documents(fields, builder, place);
        return builder.build();
    }

    private static List<Name> names(Function<String, List<String>> fields, EntityKind kind) {
        List<String> wholes = fields.apply("name");
        List<String> given = fields.apply("given_names");
        List<String> family = fields.apply("family_name");
        List<Name> names = new ArrayList<>();
        int count = Math.max(wholes.size(), Math.max(given.size(), family.size()));
        for (int i = 0; i < count; i++) {
            NameKind nameKind = names.isEmpty() ? NameKind.PRIMARY : NameKind.ALIAS;
            String whole = name(wholes, i);
            String g = name(given, i);
            String f = name(family, i);
            if (whole.isEmpty() && g.isEmpty() && f.isEmpty()) {
                continue;
            }
            if (g.isEmpty() && f.isEmpty()) {
                names.add(whole(nameKind, whole, kind));
            } else if (whole.isEmpty()) {
                names.add(Name.ofParts(nameKind, g, f));
            } else {
                names.add(new Name(nameKind, whole, g, f));
            }
        }
        for (String alias : fields.apply("aliases")) {
            if (NameText.isName(alias)) {
                names.add(whole(names.isEmpty() ? NameKind.PRIMARY : NameKind.ALIAS, alias, kind));
            }
        }
        return names;
    }

    /// A comma separates family and given names of a person; elsewhere it may belong to the name.
    private static Name whole(NameKind nameKind, String text, EntityKind kind) {
        return kind == EntityKind.PERSON
                ? NameText.familyFirst(nameKind, text)
                : Name.of(nameKind, text);
    }

    private static String name(List<String> values, int index) {
        String text = at(values, index);
        return NameText.isName(text) ? text : "";
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }

    private static EntityKind kind(List<String> texts, EntityKind fallback, Place place) {
        String text = at(texts, 0).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "" -> fallback;
            case "person", "individual", "people" -> EntityKind.PERSON;
            case "organisation", "organization", "entity", "company" -> EntityKind.ORGANISATION;
            case "vessel", "ship" -> EntityKind.VESSEL;
            case "aircraft", "airplane" -> EntityKind.AIRCRAFT;
            case "unknown" -> EntityKind.UNKNOWN;
            default -> {
                place.reject(
                        RejectCode.KIND_UNKNOWN,
                        "kind",
                        "person, organisation, vessel, aircraft, unknown");
                yield EntityKind.UNKNOWN;
            }
        };
    }

    private static void sex(List<String> texts, Particulars.Builder builder, Place place) {
        Optional<Sex> sex = sex(at(texts, 0));
        sex.ifPresent(builder::sex);
        if (sex.isEmpty()) {
            place.reject(RejectCode.SEX_UNREADABLE, "sex", "F, M, X, female, male, unspecified");
        }
    }

    static Optional<Sex> sex(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "u", "unknown" -> Optional.of(Sex.UNKNOWN);
            case "f", "female", "woman", "femme", "féminin", "mujer", "femenino", "أنثى" ->
                    Optional.of(Sex.FEMALE);
            case "m", "male", "man", "homme", "masculin", "hombre", "masculino", "ذكر" ->
                    Optional.of(Sex.MALE);
            case "x", "<", "unspecified", "other" -> Optional.of(Sex.UNSPECIFIED);
            default -> Optional.empty();
        };
    }

    private static Optional<Country> country(String text, String field, Place place) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Country> country = Country.find(text);
        if (country.isEmpty()) {
            place.reject(
                    RejectCode.COUNTRY_UNKNOWN,
                    field,
                    "ISO codes such as NG or NGA, codes of ICAO 9303, names in English, French,"
                            + " Spanish or Arabic");
        }
        return country;
    }

    private static void documents(
            Function<String, List<String>> fields, Particulars.Builder builder, Place place) {
        List<String> numbers = fields.apply("document_number");
        List<String> types = fields.apply("document_type");
        List<String> countries = fields.apply("document_country");
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i);
            if (number.isEmpty()) {
                continue;
            }
            if (number.length() > TravelDocument.MAX_LENGTH
                    || number.codePoints().noneMatch(Character::isLetterOrDigit)) {
                place.reject(
                        RejectCode.DOCUMENT_UNREADABLE,
                        "document_number",
                        "1 to "
                                + TravelDocument.MAX_LENGTH
                                + " characters, a letter or digit among them");
                continue;
            }
            // One type or country given for several numbers holds for all of them.
            DocumentType type = type(at(types, types.size() == 1 ? 0 : i), place);
            Country issuer =
                    country(at(countries, countries.size() == 1 ? 0 : i), "document_country", place)
                            .orElse(Country.UNKNOWN);
            builder.document(new TravelDocument(type, number, issuer));
        }
    }

    private static DocumentType type(String text, Place place) {
        if (text.isEmpty()) {
            return DocumentType.UNKNOWN;
        }
        String t = Header.normal(text);
        switch (t) {
            case "p" -> {
                return DocumentType.PASSPORT;
            }
            case "i", "id", "id_card", "identity_card" -> {
                return DocumentType.NATIONAL_ID;
            }
            case "v" -> {
                return DocumentType.VISA;
            }
            case "driving_license" -> {
                return DocumentType.DRIVING_LICENCE;
            }
            default -> {}
        }
        for (DocumentType type : DocumentType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(t)) {
                return type;
            }
        }
        place.reject(
                RejectCode.DOCUMENT_TYPE_UNKNOWN,
                "document_type",
                "passport, national_id, residence_permit, visa, driving_licence, seaman_book,"
                        + " refugee_travel_document, tax_number, registration, other");
        return DocumentType.UNKNOWN;
    }
}
