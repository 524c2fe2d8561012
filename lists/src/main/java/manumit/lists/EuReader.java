package manumit.lists;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;

/// Annexes of the Official Journal of the European Union, transcribed to CSV. Cells keep the
/// printed wording. The columns `reason`, `appearance`, `ethnicity`, `position`, `fatherName`,
/// `motherName` and `notes` are never looked at.
final class EuReader {

    private static final Pattern PLACE_MARKER =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\(?[a-h]\\)\\s*");

    private EuReader() {}

    static boolean isHeader(Header header) {
        return header.has("celex") && header.has("schema") && header.has("name");
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
                    ListFormat.EU_JOURNAL.list(),
                    entity,
                    new Reading(header, row, entity, rows.number(), rejects).particulars(),
                    rows.number(),
                    rejects);
        }
    }

    /// Act, annex and number in the annex. Where the annex has no numbers, a digest of name and
    /// birth date stands in, which stays the same from one edition to the next.
    private static String reference(Header header, List<String> row) {
        String act = header.cell(row, "celex") + "/" + header.cell(row, "annex") + "/";
        String number = header.cell(row, "recordId");
        if (!number.isEmpty()) {
            return act + number;
        }
        long digest = Records.hash(header.cell(row, "name"), header.cell(row, "birthDate"));
        return act + "x" + String.format(Locale.ROOT, "%08x", (int) digest);
    }

    private record Reading(
            Header header, List<String> row, String entity, long line, Rejects rejects) {

        Particulars particulars() {
            EntityKind kind = kind(header.cell(row, "schema"));
            Particulars.Builder builder = Particulars.builder().kind(kind);
            boolean person = kind == EntityKind.PERSON;
            names("name", NameKind.PRIMARY, person, builder);
            names("alias", NameKind.ALIAS, person, builder);
            names("weakAlias", NameKind.WEAK_ALIAS, person, builder);
            names("previousName", person ? NameKind.MAIDEN : NameKind.ALIAS, person, builder);
            DateText dates = DateText.read(header.cell(row, "birthDate"));
            dates.dates().forEach(builder::birthDate);
            if (dates.unreadable() > 0) {
                reject(RejectCode.BIRTH_DATE_UNREADABLE, "birthDate");
            }
            countries("nationality", builder);
            countries("country", builder);
            countries("jurisdiction", builder);
            countries("flag", builder);
            for (String place : PLACE_MARKER.split(header.cell(row, "birthPlace"), -1)) {
                String p = place.replaceAll("^[\"\\s]+|[\",;\\s]+$", "");
                if (!p.equals("N/D")) {
                    builder.birthPlace(p);
                }
            }
            sex(builder);
            documents("passportNumber", DocumentType.PASSPORT, builder);
            documents("idNumber", DocumentType.NATIONAL_ID, builder);
            documents("taxNumber", DocumentType.TAX_NUMBER, builder);
            documents("innCode", DocumentType.TAX_NUMBER, builder);
            documents("registrationNumber", DocumentType.REGISTRATION, builder);
            documents("ogrnCode", DocumentType.REGISTRATION, builder);
            documents("imoNumber", DocumentType.REGISTRATION, builder);
            documents("mmsi", DocumentType.REGISTRATION, builder);
            return builder.build();
        }

        private void names(
                String column, NameKind kind, boolean person, Particulars.Builder builder) {
            String cell = header.cell(row, column);
            if (cell.isEmpty()) {
                return;
            }
            List<Name> names = person ? NameText.persons(cell, kind) : NameText.others(cell, kind);
            names.forEach(builder::name);
        }

        private void countries(String column, Particulars.Builder builder) {
            CountryText countries = CountryText.read(header.cell(row, column));
            countries.countries().forEach(builder::nationality);
            if (countries.unreadable() > 0) {
                reject(RejectCode.COUNTRY_UNKNOWN, column);
            }
        }

        private void sex(Particulars.Builder builder) {
            switch (header.cell(row, "gender").toLowerCase(Locale.ROOT)) {
                case "" -> {}
                case "male" -> builder.sex(Sex.MALE);
                case "female" -> builder.sex(Sex.FEMALE);
                default -> reject(RejectCode.SEX_UNREADABLE, "gender");
            }
        }

        private void documents(String column, DocumentType type, Particulars.Builder builder) {
            DocumentText read = DocumentText.read(header.cell(row, column), type, Country.UNKNOWN);
            read.documents().forEach(builder::document);
            if (read.unreadable() > 0) {
                reject(RejectCode.DOCUMENT_UNREADABLE, column);
            }
        }

        private void reject(RejectCode code, String column) {
            rejects.add(
                    line,
                    code,
                    column
                            + " of record "
                            + Records.shown(entity)
                            + ": a part of it is not understood");
        }

        private static EntityKind kind(String schema) {
            return switch (schema.toLowerCase(Locale.ROOT)) {
                case "person" -> EntityKind.PERSON;
                case "legalentity", "company", "organization", "publicbody" ->
                        EntityKind.ORGANISATION;
                case "vessel" -> EntityKind.VESSEL;
                case "airplane" -> EntityKind.AIRCRAFT;
                default -> EntityKind.UNKNOWN;
            };
        }
    }
}
