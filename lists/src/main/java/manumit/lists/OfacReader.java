package manumit.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;
import org.jspecify.annotations.Nullable;

/// The SDN list of the US Treasury as `sdn.csv` and `alt.csv`, neither with a header.
///
/// ```
/// sdn: number, name, type, programme, title, call sign, vessel type, tonnage, gross tonnage,
///      flag, owner, remarks
/// alt: number of the record, number of the alias, aka|fka|nka, name, remarks
/// ```
///
/// `-0-` is an empty cell. Birth dates, nationalities, documents and weak aliases stand in the
/// remarks, separated by semicolons: `DOB 10 Dec 1948; POB Springfield; nationality Nigeria;
/// Passport A1234567 (Nigeria); a.k.a. 'EXAMPLE'`.
final class OfacReader {

    static final int SDN_COLUMNS = 12;
    static final int ALT_COLUMNS = 5;
    static final int ADD_COLUMNS = 6;

    /// Most alias rows held in memory; the real file has 12,000.
    private static final int MAX_ALIASES = 1_000_000;

    private static final String EMPTY = "-0-";
    private static final Pattern QUOTED_NAME =
            Pattern.compile("^(a\\.k\\.a\\.|f\\.k\\.a\\.|n\\.k\\.a\\.)\\s*'(.+)'\\.?$");

    /// @param kind `aka`, `fka` or `nka`
    private record Alias(long line, String kind, String name) {}

    private final Records records;
    private final Map<String, List<Alias>> aliases = new HashMap<>();

    OfacReader(Records records) {
        this.records = records;
    }

    /// Reads alias files, then the records.
    void read(List<Path> alts, List<Path> sdns, Rejects.Factory rejects) throws IOException {
        for (Path alt : alts) {
            Rejects altRejects = rejects.of(alt);
            try (InputStream in = Source.open(alt)) {
                readAliases(new CsvRows(new Lines(in, altRejects), ',', altRejects), altRejects);
            }
        }
        for (Path sdn : sdns) {
            Rejects sdnRejects = rejects.of(sdn);
            try (InputStream in = Source.open(sdn)) {
                readRecords(new CsvRows(new Lines(in, sdnRejects), ',', sdnRejects), sdnRejects);
            }
        }
        if (!alts.isEmpty()) {
            Rejects altRejects = rejects.of(alts.getFirst());
            aliases.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(Alias::line)
                    .sorted()
                    .forEach(line ->
                            altRejects.add(
                                    line,
                                    RejectCode.ALIAS_WITHOUT_RECORD,
                                    "the record of this alias is not in the files given"));
        }
    }

    private void readAliases(CsvRows rows, Rejects rejects) throws IOException {
        int count = 0;
        List<String> row;
        while ((row = rows.next()) != null) {
            if (row.size() != ALT_COLUMNS) {
                rejectColumns(rows.number(), row.size(), ALT_COLUMNS, rejects);
                continue;
            }
            String name = cell(row, 3);
            if (!NameText.isName(name)) {
                rejects.add(rows.number(), RejectCode.NAME_MISSING, "the alias has no name");
                continue;
            }
            if (count++ >= MAX_ALIASES) {
                rejects.add(
                        rows.number(),
                        RejectCode.LINKED_ROWS_LIMIT,
                        "more than " + MAX_ALIASES + " aliases; the rest is left out");
                return;
            }
            aliases.computeIfAbsent(cell(row, 0), _ -> new ArrayList<>(2))
                    .add(new Alias(rows.number(), cell(row, 2).toLowerCase(Locale.ROOT), name));
        }
    }

    private void readRecords(CsvRows rows, Rejects rejects) throws IOException {
        List<String> row;
        while ((row = rows.next()) != null) {
            if (row.size() != SDN_COLUMNS) {
                rejectColumns(rows.number(), row.size(), SDN_COLUMNS, rejects);
                continue;
            }
            String number = cell(row, 0);
            List<Alias> own = aliases.remove(number);
            records.add(
                    ListFormat.OFAC_SDN.list(),
                    number,
                    particulars(row, own, rows.number(), rejects),
                    rows.number(),
                    rejects);
        }
    }

    private static Particulars particulars(
            List<String> row, @Nullable List<Alias> aliases, long line, Rejects rejects) {
        EntityKind kind = kind(cell(row, 2));
        boolean person = kind == EntityKind.PERSON;
        Particulars.Builder builder = Particulars.builder().kind(kind);
        String whole = cell(row, 1);
        if (NameText.isName(whole)) {
            builder.name(name(NameKind.PRIMARY, whole, person));
        }
        if (aliases != null) {
            for (Alias alias : aliases) {
                boolean former = person && alias.kind().equals("fka");
                builder.name(name(former ? NameKind.MAIDEN : NameKind.ALIAS, alias.name(), person));
            }
        }
        String flag = cell(row, 9);
        if (!flag.isEmpty()) {
            Country.find(flag).ifPresent(builder::nationality);
        }
        Remarks remarks = new Remarks(builder, person, cell(row, 0), line, rejects);
        for (String part : cell(row, 11).split(";", -1)) {
            remarks.read(part.strip());
        }
        return builder.build();
    }

    private static EntityKind kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "individual" -> EntityKind.PERSON;
            case "vessel" -> EntityKind.VESSEL;
            case "aircraft" -> EntityKind.AIRCRAFT;
            // The file leaves it empty for every organisation.
            default -> EntityKind.ORGANISATION;
        };
    }

    static Name name(NameKind kind, String text, boolean person) {
        return Records.marked(person ? NameText.familyFirst(kind, text) : Name.of(kind, text));
    }

    private static String cell(List<String> row, int column) {
        String cell = row.get(column);
        return cell.equals(EMPTY) ? "" : cell;
    }

    static void rejectColumns(long line, int found, int expected, Rejects rejects) {
        rejects.add(
                line, RejectCode.ROW_COLUMNS, found + " cells where " + expected + " are expected");
    }

    /// Reads the remarks of one record, part by part. What it does not know is left alone: remarks
    /// hold much that says nothing about identity.
    private record Remarks(
            Particulars.Builder builder,
            boolean person,
            String number,
            long line,
            Rejects rejects) {

        void read(String part) {
            String p = part;
            if (p.startsWith("alt. ")) {
                p = p.substring(5);
            }
            Matcher alias = QUOTED_NAME.matcher(p);
            if (alias.matches() && NameText.isName(alias.group(2))) {
                builder.name(name(NameKind.WEAK_ALIAS, alias.group(2).strip(), person));
                return;
            }
            if (p.endsWith(".")) {
                p = p.substring(0, p.length() - 1);
            }
            int space = p.indexOf(' ');
            if (space < 0) {
                return;
            }
            String rest = p.substring(space + 1).strip();
            switch (p.substring(0, space)) {
                case "DOB" -> birthDate(rest);
                case "POB" -> builder.birthPlace(rest);
                case "nationality", "citizen" -> nationality(rest);
                case "Gender" -> sex(rest);
                default -> document(p);
            }
        }

        private void birthDate(String text) {
            DateText dates = DateText.read(text);
            for (BirthDate date : dates.dates()) {
                builder.birthDate(date);
            }
            if (dates.unreadable() > 0) {
                rejects.add(
                        line,
                        RejectCode.BIRTH_DATE_UNREADABLE,
                        "remarks of record " + number + ": a DOB is in no known form");
            }
        }

        private void nationality(String text) {
            CountryText countries = CountryText.read(text);
            countries.countries().forEach(builder::nationality);
            if (countries.unreadable() > 0) {
                rejects.add(
                        line,
                        RejectCode.COUNTRY_UNKNOWN,
                        "remarks of record " + number + ": a nationality is no known country");
            }
        }

        private void sex(String text) {
            switch (text.toLowerCase(Locale.ROOT)) {
                case "male" -> builder.sex(Sex.MALE);
                case "female" -> builder.sex(Sex.FEMALE);
                default ->
                        rejects.add(
                                line,
                                RejectCode.SEX_UNREADABLE,
                                "remarks of record " + number + ": Male or Female is expected");
            }
        }

        private void document(String text) {
            Optional<DocumentLabels.Labelled> labelled = DocumentLabels.findAtStart(text);
            if (labelled.isEmpty()) {
                return;
            }
            DocumentType type = labelled.get().type();
            Optional<TravelDocument> document = numbered(type, labelled.get().rest());
            if (document.isPresent()) {
                builder.document(document.get());
            } else {
                rejects.add(
                        line,
                        RejectCode.DOCUMENT_UNREADABLE,
                        "remarks of record " + number + ": a " + type + " has no number");
            }
        }
    }

    private static final Pattern DATES = Pattern.compile("(?i)\\s+(?:issued|expires|expired)\\b.*");

    /// `A1234567 (Nigeria) issued 10 Jul 1998 expires 10 Jul 2008`.
    private static Optional<TravelDocument> numbered(DocumentType type, String text) {
        // A parenthesis without a space before it belongs to the number: "(ABC)012345".
        int parenthesis = text.indexOf(" (");
        String number = parenthesis < 0 ? text : text.substring(0, parenthesis);
        number = DATES.matcher(number).replaceFirst("").strip();
        Country issuer = Country.UNKNOWN;
        while (parenthesis >= 0 && issuer.equals(Country.UNKNOWN)) {
            int end = text.indexOf(')', parenthesis);
            if (end < 0) {
                break;
            }
            issuer = Country.find(text.substring(parenthesis + 2, end)).orElse(Country.UNKNOWN);
            parenthesis = text.indexOf(" (", end);
        }
        return document(type, number, issuer);
    }

    static Optional<TravelDocument> document(DocumentType type, String number, Country issuer) {
        String n = number.startsWith("IMO ") ? number.substring(4).strip() : number.strip();
        return n.length() > TravelDocument.MAX_LENGTH
                        || n.codePoints().noneMatch(Character::isLetterOrDigit)
                ? Optional.empty()
                : Optional.of(new TravelDocument(type, n, issuer));
    }
}
