package manumit.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;

/// Entities of FollowTheMoney, one JSON object a line, as OpenSanctions and others publish them.
///
/// Documents are entities of their own. They may be nested in their holder, or stand on a line
/// anywhere in the file and name their holder. The file is therefore read twice: first the lines
/// that name a holder, whose documents are kept in a compact table; then the holders.
final class FtmReader {

    /// Most documents on lines of their own that are held in memory, about 60 bytes each.
    private static final int MAX_LINKED = 3_000_000;

    private final Records records;
    private final Rejects rejects;
    private final String fallbackList;
    private final LinkedDocuments linked = new LinkedDocuments();

    FtmReader(Records records, Rejects rejects, String fallbackList) {
        this.records = records;
        this.rejects = rejects;
        this.fallbackList = fallbackList;
    }

    void read(Path file) throws IOException {
        // The second reading reports; the first one stays silent.
        try (InputStream in = Source.open(file)) {
            collectDocuments(new Lines(in, new Rejects(rejects.file(), _ -> {})));
        }
        try (InputStream in = Source.open(file)) {
            readEntities(new Lines(in, rejects));
        }
    }

    private void collectDocuments(Lines lines) throws IOException {
        String line;
        while ((line = lines.next()) != null) {
            if (!line.contains("\"holder\"")) {
                continue;
            }
            Json json = Json.find(line);
            if (json == null || !isDocument(json)) {
                continue;
            }
            for (Json properties : json.objects("properties")) {
                for (TravelDocument document : documents(json, properties, 0, true)) {
                    for (String holder : properties.texts("holder")) {
                        if (linked.size() >= MAX_LINKED) {
                            rejects.add(
                                    lines.number(),
                                    RejectCode.LINKED_ROWS_LIMIT,
                                    "more than "
                                            + MAX_LINKED
                                            + " documents on lines of their own; the rest is left"
                                            + " out");
                            return;
                        }
                        linked.add(holder, document);
                    }
                }
            }
        }
    }

    private void readEntities(Lines lines) throws IOException {
        String line;
        while ((line = lines.next()) != null) {
            if (line.isBlank()) {
                continue;
            }
            Json json = Json.find(line);
            if (json == null) {
                rejects.add(
                        lines.number(), RejectCode.JSON_BROKEN, "the line is not one JSON object");
                continue;
            }
            Optional<EntityKind> kind = kind(json.text("schema"));
            if (kind.isPresent()) {
                entity(json, kind.get(), lines.number());
            }
        }
    }

    /// Kinds of entities that are read. Empty for all others: addresses, sanctions, ownerships …
    private static Optional<EntityKind> kind(String schema) {
        return switch (schema) {
            case "Person" -> Optional.of(EntityKind.PERSON);
            case "Organization", "Company", "PublicBody" -> Optional.of(EntityKind.ORGANISATION);
            // A person or an organisation, the publisher does not know.
            case "LegalEntity" -> Optional.of(EntityKind.UNKNOWN);
            case "Vessel" -> Optional.of(EntityKind.VESSEL);
            case "Airplane" -> Optional.of(EntityKind.AIRCRAFT);
            default -> Optional.empty();
        };
    }

    private static boolean isDocument(Json json) {
        String schema = json.text("schema");
        return schema.equals("Passport") || schema.equals("Identification");
    }

    private void entity(Json json, EntityKind kind, long line) {
        Json properties =
                json.objects("properties").isEmpty() ? json : json.objects("properties").getFirst();
        String id = json.text("id");
        Particulars.Builder builder = Particulars.builder().kind(kind);
        names(json, properties, kind).forEach(name -> builder.name(Records.marked(name)));
        for (String date : properties.texts("birthDate")) {
            DateText dates = DateText.read(date);
            dates.dates().forEach(builder::birthDate);
            if (dates.unreadable() > 0) {
                reject(RejectCode.BIRTH_DATE_UNREADABLE, "birthDate", id, line);
            }
        }
        countries(properties, kind, builder, id, line);
        for (String text : properties.texts("gender")) {
            Optional<Sex> sex = Fields.sex(text);
            sex.ifPresent(builder::sex);
            if (sex.isEmpty()) {
                reject(RejectCode.SEX_UNREADABLE, "gender", id, line);
            }
        }
        properties.texts("birthPlace").forEach(builder::birthPlace);
        List<TravelDocument> documents = new ArrayList<>();
        numbers(properties, "passportNumber", DocumentType.PASSPORT, documents, id, line);
        numbers(properties, "idNumber", DocumentType.NATIONAL_ID, documents, id, line);
        numbers(properties, "socialSecurityNumber", DocumentType.TAX_NUMBER, documents, id, line);
        numbers(properties, "taxNumber", DocumentType.TAX_NUMBER, documents, id, line);
        numbers(properties, "innCode", DocumentType.TAX_NUMBER, documents, id, line);
        for (String property :
                List.of("registrationNumber", "ogrnCode", "imoNumber", "mmsi", "serialNumber")) {
            numbers(properties, property, DocumentType.REGISTRATION, documents, id, line);
        }
        for (List<Json> nested : properties.objects().values()) {
            for (Json child : nested) {
                if (isDocument(child)) {
                    for (Json childProperties : child.objects("properties")) {
                        documents.addAll(documents(child, childProperties, line, false));
                    }
                }
            }
        }
        documents.addAll(linked.of(id));
        distinct(documents).forEach(builder::document);
        String dataset = json.text("dataset");
        if (dataset.isBlank()) {
            List<String> datasets = json.texts("datasets");
            dataset = datasets.size() == 1 ? datasets.getFirst() : "";
        }
        records.add(
                dataset.isBlank() ? fallbackList : dataset.strip(),
                id,
                builder.build(),
                line,
                rejects);
    }

    /// A number alone repeats what a linked document says with its country; the fuller one is kept.
    private static List<TravelDocument> distinct(List<TravelDocument> documents) {
        List<TravelDocument> kept = new ArrayList<>();
        for (TravelDocument document : documents) {
            boolean repeated =
                    document.issuer().equals(Country.UNKNOWN)
                            && documents.stream()
                                    .anyMatch(other ->
                                            other.number().equals(document.number())
                                                    && other.type() == document.type()
                                                    && !other.issuer().equals(Country.UNKNOWN));
            if (!repeated && !kept.contains(document)) {
                kept.add(document);
            }
        }
        return kept;
    }

    private static List<Name> names(Json json, Json properties, EntityKind kind) {
        List<Name> names = new ArrayList<>();
        List<String> wholes = new ArrayList<>(properties.texts("name"));
        String caption = json.text("caption");
        if (wholes.isEmpty() && !caption.isBlank() && properties.texts("lastName").isEmpty()) {
            wholes.add(caption);
        }
        if (wholes.remove(caption)) {
            wholes.addFirst(caption);
        }
        boolean person = kind == EntityKind.PERSON;
        for (String whole : wholes) {
            add(names, names.isEmpty() ? NameKind.PRIMARY : NameKind.ALIAS, whole, person);
        }
        parts(properties, names);
        properties.texts("alias").forEach(text -> add(names, NameKind.ALIAS, text, person));
        properties
                .texts("weakAlias")
                .forEach(text -> add(names, NameKind.WEAK_ALIAS, text, person));
        properties
                .texts("previousName")
                .forEach(text ->
                        add(names, person ? NameKind.MAIDEN : NameKind.ALIAS, text, person));
        return names;
    }

    private static void add(List<Name> names, NameKind kind, String text, boolean person) {
        if (!NameText.isName(text)
                || names.stream().anyMatch(n -> n.whole().equals(text.strip()))) {
            return;
        }
        names.add(person ? NameText.familyFirst(kind, text) : Name.of(kind, text));
    }

    /// First and last names stand beside each other without saying which belong together; they are
    /// used where there is one of each.
    private static void parts(Json properties, List<Name> names) {
        List<String> first = properties.texts("firstName");
        List<String> last = properties.texts("lastName");
        if (first.size() != 1 || last.size() != 1 || !NameText.isName(last.getFirst())) {
            return;
        }
        List<String> middle = properties.texts("middleName");
        String given =
                (first.getFirst() + " " + (middle.size() == 1 ? middle.getFirst() : "")).strip();
        String family = last.getFirst();
        List<String> words = words(given + " " + family);
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            if (words(name.whole()).equals(words)) {
                names.set(i, new Name(name.kind(), name.whole(), given, family));
                return;
            }
        }
        names.add(Name.ofParts(names.isEmpty() ? NameKind.PRIMARY : NameKind.ALIAS, given, family));
    }

    private static List<String> words(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).replace(',', ' ').strip().split("\\s+", -1);
        Arrays.sort(words);
        return List.of(words);
    }

    private void countries(
            Json properties, EntityKind kind, Particulars.Builder builder, String id, long line) {
        List<String> texts = new ArrayList<>();
        if (kind == EntityKind.PERSON) {
            texts.addAll(properties.texts("nationality"));
            texts.addAll(properties.texts("citizenship"));
        } else {
            texts.addAll(properties.texts("jurisdiction"));
            texts.addAll(properties.texts("flag"));
            texts.addAll(properties.texts("mainCountry"));
        }
        if (texts.isEmpty()) {
            // For a person the weakest of the three: a country somehow connected.
            texts.addAll(properties.texts("country"));
        }
        for (String text : texts) {
            Optional<Country> country = country(text);
            country.ifPresent(builder::nationality);
            if (country.isEmpty() && !text.isBlank()) {
                reject(RejectCode.COUNTRY_UNKNOWN, "country", id, line);
            }
        }
    }

    /// FollowTheMoney adds codes of its own: `suhh` for the Soviet Union, `ge-ab` for a region.
    private static Optional<Country> country(String text) {
        Optional<Country> country = Country.find(text);
        if (country.isPresent()) {
            return country;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "suhh" -> Country.find("SU");
            case "yucs" -> Country.find("YU");
            case "csxx" -> Country.find("YU");
            case "cshh" -> Country.find("CS");
            case "ddde" -> Country.find("DE");
            case "zz" -> Optional.of(Country.UNKNOWN);
            default ->
                    text.length() > 3 && text.charAt(2) == '-'
                            ? Country.find(text.substring(0, 2))
                            : Optional.empty();
        };
    }

    private void numbers(
            Json properties,
            String property,
            DocumentType type,
            List<TravelDocument> documents,
            String id,
            long line) {
        for (String text : properties.texts(property)) {
            Optional<TravelDocument> document = OfacReader.document(type, text, Country.UNKNOWN);
            document.ifPresent(documents::add);
            if (document.isEmpty() && !text.isBlank()) {
                reject(RejectCode.DOCUMENT_UNREADABLE, property, id, line);
            }
        }
    }

    /// The documents that an entity of schema Passport or Identification describes.
    private List<TravelDocument> documents(Json json, Json properties, long line, boolean silent) {
        DocumentType type =
                json.text("schema").equals("Passport")
                        ? DocumentType.PASSPORT
                        : DocumentText.type(
                                String.join(" ", properties.texts("type")), DocumentType.OTHER);
        List<String> countries = properties.texts("country");
        Country issuer =
                countries.size() == 1
                        ? country(countries.getFirst()).orElse(Country.UNKNOWN)
                        : Country.UNKNOWN;
        List<TravelDocument> documents = new ArrayList<>();
        List<String> numbers = new ArrayList<>(properties.texts("number"));
        for (String number : properties.texts("passportNumber")) {
            if (!numbers.contains(number)) {
                numbers.add(number);
            }
        }
        for (String number : numbers) {
            Optional<TravelDocument> document = OfacReader.document(type, number, issuer);
            document.ifPresent(documents::add);
            if (document.isEmpty() && !silent) {
                reject(RejectCode.DOCUMENT_UNREADABLE, "number", json.text("id"), line);
            }
        }
        return documents;
    }

    private void reject(RejectCode code, String property, String id, long line) {
        rejects.add(line, code, property + " of entity " + Records.shown(id) + ": not understood");
    }

    /// Documents by holder: an open hash table from the holder's 64-bit hash to a chain of
    /// documents packed into bytes.
    private static final class LinkedDocuments {
        private static final int NONE = -1;
        private static final List<DocumentType> TYPES = List.of(DocumentType.values());

        private long[] holders = new long[1 << 10];
        private int[] newest = new int[1 << 10];
        private int used;

        private int[] older = new int[1 << 10];
        private int[] starts = new int[1 << 10];
        private int count;
        private byte[] bytes = new byte[1 << 14];
        private int length;

        int size() {
            return count;
        }

        void add(String holder, TravelDocument document) {
            if (2 * used >= holders.length) {
                grow();
            }
            int slot = slot(Records.hash("", holder));
            if (holders[slot] == 0) {
                holders[slot] = Records.hash("", holder);
                newest[slot] = NONE;
                used++;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                older = Arrays.copyOf(older, 2 * count);
            }
            starts[count] = length;
            older[count] = newest[slot];
            newest[slot] = count++;
            pack(document);
        }

        List<TravelDocument> of(String holder) {
            int slot = slot(Records.hash("", holder));
            if (holders[slot] == 0) {
                return List.of();
            }
            List<TravelDocument> found = new ArrayList<>();
            for (int i = newest[slot]; i != NONE; i = older[i]) {
                found.add(unpack(starts[i]));
            }
            return found.reversed();
        }

        /// Type, two letters of the country, length of the number, number in UTF-8 (under 256
        /// bytes, since a number has at most 60 characters).
        private void pack(TravelDocument document) {
            byte[] number = document.number().getBytes(StandardCharsets.UTF_8);
            if (length + number.length + 4 > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            bytes[length++] = (byte) TYPES.indexOf(document.type());
            bytes[length++] = (byte) document.issuer().code().charAt(0);
            bytes[length++] = (byte) document.issuer().code().charAt(1);
            bytes[length++] = (byte) number.length;
            System.arraycopy(number, 0, bytes, length, number.length);
            length += number.length;
        }

        private TravelDocument unpack(int start) {
            String country = new String(bytes, start + 1, 2, StandardCharsets.US_ASCII);
            String number =
                    new String(bytes, start + 4, bytes[start + 3] & 0xff, StandardCharsets.UTF_8);
            return new TravelDocument(TYPES.get(bytes[start]), number, new Country(country));
        }

        private int slot(long hash) {
            int mask = holders.length - 1;
            int slot = (int) (hash >>> 20) & mask;
            while (holders[slot] != 0 && holders[slot] != hash) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            long[] oldHolders = holders;
            int[] oldNewest = newest;
            holders = new long[2 * oldHolders.length];
            newest = new int[holders.length];
            for (int i = 0; i < oldHolders.length; i++) {
                if (oldHolders[i] != 0) {
                    int slot = slot(oldHolders[i]);
                    holders[slot] = oldHolders[i];
                    newest[slot] = oldNewest[i];
                }
            }
        }
    }
}
