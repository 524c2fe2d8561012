package manumit.lists;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import manumit.matching.BirthDate;
import manumit.matching.DocumentType;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;
import manumit.travel.mrz.MrzFindingCode;
import manumit.travel.mrz.MrzReader;
import manumit.travel.mrz.MrzReading;

/// The column `mrz` of a traveller: adds what the zone says to what the other columns say.
/// Contradictions are told, but for names, which differ between zone and print as a rule.
final class MrzColumn {

    private MrzColumn() {}

    /// @param lines of the zone; a value holds one or all of them
    /// @param today by which two-digit years are resolved
    static Particulars add(
            Particulars columns, List<String> lines, LocalDate today, Fields.Place place) {
        String text = String.join("\n", lines);
        if (text.isBlank()) {
            return columns;
        }
        return switch (MrzReader.read(text, today)) {
            case MrzReading.Unreadable no -> {
                place.report(
                        RejectCode.MRZ_UNREADABLE,
                        "mrz",
                        no.code().code() + " at line " + no.place().line() + ". " + no.remedy());
                yield columns;
            }
            case MrzReading.Read zone -> {
                if (!zone.isVerified() || zone.has(MrzFindingCode.REPAIRED)) {
                    place.report(
                            RejectCode.MRZ_DOUBTFUL,
                            "mrz",
                            zone.isVerified()
                                    ? "a character was replaced so that the check digits hold;"
                                            + " compare with the document"
                                    : "a check digit does not hold; compare with the document");
                }
                yield joined(columns, MrzParticulars.of(zone), place);
            }
        };
    }

    private static Particulars joined(Particulars columns, Particulars zone, Fields.Place place) {
        Particulars.Builder builder = Particulars.builder().kind(columns.kind());
        columns.names().forEach(builder::name);
        for (Name name : zone.names()) {
            builder.name(
                    columns.names().isEmpty()
                            ? name
                            : new Name(
                                    NameKind.ALIAS,
                                    name.whole(),
                                    name.givenNames(),
                                    name.familyName()));
        }
        joinBirthDates(columns, zone, builder, place);
        joinSex(columns.sex(), zone.sex(), builder, place);
        columns.nationalities().forEach(builder::nationality);
        zone.nationalities().forEach(builder::nationality);
        if (!columns.nationalities().isEmpty()
                && !columns.nationalities().containsAll(zone.nationalities())) {
            contradicts("nationality", place);
        }
        columns.birthPlaces().forEach(builder::birthPlace);
        joinDocuments(columns, zone, builder, place);
        return builder.build();
    }

    private static void joinBirthDates(
            Particulars columns,
            Particulars zone,
            Particulars.Builder builder,
            Fields.Place place) {
        columns.birthDates().forEach(builder::birthDate);
        for (BirthDate read : zone.birthDates()) {
            if (columns.birthDates().stream().noneMatch(read::equals)) {
                builder.birthDate(read);
            }
            if (!columns.birthDates().isEmpty()
                    && columns.birthDates().stream().noneMatch(given -> fit(given, read))) {
                contradicts("birth_date", place);
            }
        }
    }

    /// Could both dates be of one birth?
    private static boolean fit(BirthDate a, BirthDate b) {
        if (a instanceof BirthDate.Day && b instanceof BirthDate.Day) {
            return a.equals(b);
        }
        if (a instanceof BirthDate.Day(LocalDate day) && b instanceof BirthDate.Month(var month)) {
            return month.equals(YearMonth.from(day));
        }
        if (b instanceof BirthDate.Day && a instanceof BirthDate.Month) {
            return fit(b, a);
        }
        if (a instanceof BirthDate.Month && b instanceof BirthDate.Month) {
            return a.equals(b);
        }
        return a.earliestYear() <= b.latestYear() && b.earliestYear() <= a.latestYear();
    }

    private static void joinSex(
            Sex column, Sex zone, Particulars.Builder builder, Fields.Place place) {
        boolean bothTold = isTold(column) && isTold(zone);
        if (bothTold && column != zone) {
            contradicts("sex", place);
            builder.sex(Sex.UNKNOWN);
        } else {
            builder.sex(isTold(column) || zone == Sex.UNKNOWN ? column : zone);
        }
    }

    private static boolean isTold(Sex sex) {
        return sex == Sex.FEMALE || sex == Sex.MALE;
    }

    private static void joinDocuments(
            Particulars columns,
            Particulars zone,
            Particulars.Builder builder,
            Fields.Place place) {
        columns.documents().forEach(builder::document);
        for (TravelDocument document : zone.documents()) {
            if (columns.documents().stream().noneMatch(given -> sameNumber(given, document))) {
                builder.document(document);
            }
        }
        List<TravelDocument> alike =
                columns.documents().stream()
                        .filter(given ->
                                zone.documents().stream().anyMatch(read -> sameType(given, read)))
                        .toList();
        boolean noneAgrees =
                alike.stream()
                        .noneMatch(given ->
                                zone.documents().stream()
                                        .anyMatch(read -> sameNumber(given, read)));
        if (!alike.isEmpty() && noneAgrees) {
            contradicts("document_number", place);
        }
    }

    /// Another kind of document has another number.
    private static boolean sameType(TravelDocument a, TravelDocument b) {
        return a.type() == b.type()
                || a.type() == DocumentType.UNKNOWN
                || b.type() == DocumentType.UNKNOWN;
    }

    private static boolean sameNumber(TravelDocument a, TravelDocument b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(TravelDocument document) {
        return document.number().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static void contradicts(String field, Fields.Place place) {
        place.report(
                RejectCode.MRZ_CONTRADICTS,
                "mrz",
                field.equals("sex")
                        ? "says another sex; neither is used. Compare with the document"
                        : "says another " + field + "; both are used. Compare with the document");
    }
}
