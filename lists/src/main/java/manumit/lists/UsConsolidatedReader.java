package manumit.lists;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;

/// The Consolidated Screening List of the United States: a header, several values in a cell
/// separated by semicolons. It does not tell weak aliases from good ones.
final class UsConsolidatedReader {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// The abbreviation in "Entity List (EL) - Bureau of Industry and Security".
    private static final Pattern SOURCE = Pattern.compile("\\(([A-Z][A-Z-]*)(?: List)?\\)");

    private UsConsolidatedReader() {}

    static boolean isHeader(Header header) {
        return header.has("source")
                && header.has("entity_number")
                && header.has("alt_names")
                && header.has("name");
    }

    static void read(CsvRows rows, Records records, Rejects rejects) throws IOException {
        Header header = null;
        List<String> row;
        while ((row = rows.next()) != null) {
            if (header == null) {
                Header found = new Header(row);
                header = isHeader(found) ? found : null;
                continue;
            }
            if (row.size() != header.size()) {
                OfacReader.rejectColumns(rows.number(), row.size(), header.size(), rejects);
                continue;
            }
            String entity = reference(header, row);
            records.add(
                    ListFormat.US_CONSOLIDATED.list(),
                    entity,
                    new Reading(header, row, entity, rows.number(), rejects).particulars(),
                    rows.number(),
                    rejects);
        }
    }

    /// Entity numbers are the Treasury's, and one of them may stand on several of its lists: the
    /// SDN list has the bare number, the others carry their abbreviation.
    private static String reference(Header header, List<String> row) {
        String number = header.cell(row, "entity_number");
        if (number.isEmpty()) {
            return header.cell(row, "_id");
        }
        Matcher m = SOURCE.matcher(header.cell(row, "source"));
        String source = m.find() ? m.group(1) : "";
        return source.equals("SDN") || source.isEmpty() ? number : number + "-" + source;
    }

    private record Reading(
            Header header, List<String> row, String entity, long line, Rejects rejects) {

        Particulars particulars() {
            EntityKind kind = kind(header.cell(row, "type"));
            boolean person = kind == EntityKind.PERSON;
            Particulars.Builder builder = Particulars.builder().kind(kind);
            String whole = header.cell(row, "name");
            if (NameText.isName(whole)) {
                builder.name(OfacReader.name(NameKind.PRIMARY, whole, person));
            }
            values("alt_names").stream()
                    .filter(NameText::isName)
                    .forEach(a -> builder.name(OfacReader.name(NameKind.ALIAS, a, person)));
            for (String date : values("dates_of_birth")) {
                DateText read = DateText.read(date);
                read.dates().forEach(builder::birthDate);
                if (read.unreadable() > 0) {
                    reject(RejectCode.BIRTH_DATE_UNREADABLE, "dates_of_birth");
                }
            }
            countries("nationalities", builder);
            countries("citizenships", builder);
            countries("vessel_flag", builder);
            values("places_of_birth").forEach(builder::birthPlace);
            values("ids").forEach(id -> id(id, builder));
            return builder.build();
        }

        private List<String> values(String column) {
            List<String> values = new ArrayList<>();
            for (String value : header.cell(row, column).split(";", -1)) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
            return values;
        }

        private void countries(String column, Particulars.Builder builder) {
            for (String value : values(column)) {
                Optional<Country> country = Country.find(value);
                country.ifPresent(builder::nationality);
                if (country.isEmpty() && !value.equals("None Identified")) {
                    reject(RejectCode.COUNTRY_UNKNOWN, column);
                }
            }
        }

        /// `NG, 2014-08-30, 2019-08-29, A1234567, Passport`: country and dates may be missing.
        private void id(String text, Particulars.Builder builder) {
            int comma = text.lastIndexOf(',');
            if (comma < 0) {
                return;
            }
            String label = text.substring(comma + 1).strip();
            String[] parts = text.substring(0, comma).split(",", -1);
            if (label.equals("Gender")) {
                sex(parts[0].strip(), builder);
                return;
            }
            Optional<DocumentType> type = DocumentLabels.find(label);
            if (type.isEmpty()) {
                return;
            }
            int start = 0;
            Country issuer = Country.UNKNOWN;
            if (parts.length > 1 && parts[0].strip().length() == 2) {
                issuer = Country.find(parts[0]).orElse(Country.UNKNOWN);
                start = issuer.equals(Country.UNKNOWN) ? 0 : 1;
            }
            StringBuilder number = new StringBuilder();
            for (int i = start; i < parts.length; i++) {
                String part = parts[i].strip();
                if (!DATE.matcher(part).matches()) {
                    number.append(number.isEmpty() ? "" : ", ").append(part);
                }
            }
            Optional<TravelDocument> document =
                    OfacReader.document(type.get(), number.toString(), issuer);
            document.ifPresent(builder::document);
            if (document.isEmpty()) {
                reject(RejectCode.DOCUMENT_UNREADABLE, "ids");
            }
        }

        private void sex(String text, Particulars.Builder builder) {
            switch (text.toLowerCase(Locale.ROOT)) {
                case "male" -> builder.sex(Sex.MALE);
                case "female" -> builder.sex(Sex.FEMALE);
                default -> reject(RejectCode.SEX_UNREADABLE, "ids, Gender");
            }
        }

        private void reject(RejectCode code, String column) {
            rejects.add(
                    line,
                    code,
                    column + " of record " + Records.shown(entity) + ": not understood");
        }

        private static EntityKind kind(String type) {
            return switch (type.toLowerCase(Locale.ROOT)) {
                case "individual" -> EntityKind.PERSON;
                case "entity" -> EntityKind.ORGANISATION;
                case "vessel" -> EntityKind.VESSEL;
                case "aircraft" -> EntityKind.AIRCRAFT;
                // The lists of other departments than the Treasury do not say.
                default -> EntityKind.UNKNOWN;
            };
        }
    }
}
