package manumit.travel.pnrgov;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import manumit.travel.AgeKind;
import manumit.travel.PartialDate;
import manumit.travel.PersonName;
import manumit.travel.Sex;
import manumit.travel.TravelDocument;
import manumit.travel.intake.Dates;

/// The slashed text of SSR DOCS:
/// `/type/issuer/number/nationality/birth/sex/expiry/surname/given/second/H`.
///
/// @param birth unknown where unreadable
/// @param name unknown where cut off
record DocumentText(
        TravelDocument document, PartialDate birth, Sex sex, AgeKind ageKind, PersonName name) {

    private static final Pattern DATE = Pattern.compile("\\d{2}[A-Z]{3}(\\d{2}|\\d{4})");

    /// What some systems add: `-1SURNAME/GIVEN`, the name as the booking has it.
    private static final Pattern TAIL = Pattern.compile("-\\d+[A-Z].*$");

    /// Place of the birth date when split at slashes.
    private static final int BIRTH = 5;

    private static final int SURNAME = 8;
    private static final int USUAL_PARTS = 12;

    /// Reads the text.
    ///
    /// @param flightDay what two digits of a year are compared with
    /// @return empty if it has not this form
    static Optional<DocumentText> parse(String text, PartialDate flightDay) {
        List<String> parts = parts(withoutTail(text, SURNAME));
        if (parts.size() <= BIRTH) {
            return Optional.empty();
        }
        // A slash too many in front moves everything by one.
        int shift = shift(parts);
        boolean birthWritten = !part(parts, BIRTH + shift).isEmpty();
        Optional<PartialDate> birth =
                Dates.dayFirst(part(parts, BIRTH + shift), Dates.Kind.BIRTH, flightDay);
        if (birthWritten && birth.isEmpty()) {
            return Optional.empty();
        }
        String sexCode = part(parts, 6 + shift);
        PartialDate expiry =
                Dates.dayFirst(part(parts, 7 + shift), Dates.Kind.EXPIRY, flightDay)
                        .orElse(PartialDate.UNKNOWN);
        TravelDocument document =
                new TravelDocument(
                        part(parts, 1 + shift),
                        part(parts, 3 + shift),
                        part(parts, 2 + shift),
                        part(parts, 4 + shift),
                        expiry,
                        PartialDate.UNKNOWN,
                        "");
        String middle = part(parts, 10 + shift);
        return Optional.of(
                new DocumentText(
                        document,
                        birth.orElse(PartialDate.UNKNOWN),
                        sex(sexCode),
                        sexCode.endsWith("I") ? AgeKind.INFANT : AgeKind.UNKNOWN,
                        PersonName.of(
                                part(parts, 8 + shift),
                                part(parts, 9 + shift),
                                middle.equals("H") ? "" : middle)));
    }

    /// Visa from SSR DOCO: `/birthPlace/V/number/issuePlace/issued/country`.
    static Optional<TravelDocument> parseVisa(String text, PartialDate flightDay) {
        List<String> parts = parts(text.startsWith("/") ? text : "/" + text);
        if (parts.size() < 4 || part(parts, 3).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new TravelDocument(
                        part(parts, 2),
                        part(parts, 3),
                        part(parts, 6),
                        "",
                        PartialDate.UNKNOWN,
                        Dates.dayFirst(part(parts, 5), Dates.Kind.BIRTH, flightDay)
                                .orElse(PartialDate.UNKNOWN),
                        part(parts, 4)));
    }

    /// Place of birth from SSR DOCO; empty if not given.
    static String birthPlace(String text) {
        return part(parts(text.startsWith("/") ? text : "/" + text), 1);
    }

    static List<String> parts(String text) {
        String whole = text.strip();
        List<String> parts = new ArrayList<>(USUAL_PARTS);
        int from = 0;
        int slash = whole.indexOf('/');
        while (slash >= 0) {
            parts.add(whole.substring(from, slash).strip());
            from = slash + 1;
            slash = whole.indexOf('/', from);
        }
        parts.add(whole.substring(from).strip());
        return parts;
    }

    /// The text without the tail that some systems add behind the names; before that many slashes a
    /// number or a street may look like one (`12-4B`).
    static String withoutTail(String text, int slashes) {
        int at = -1;
        for (int i = 0; i < slashes; i++) {
            at = text.indexOf('/', at + 1);
            if (at < 0) {
                return text;
            }
        }
        if (text.indexOf('-', at) < 0) {
            return text;
        }
        return text.substring(0, at) + TAIL.matcher(text.substring(at)).replaceFirst("");
    }

    static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    private static int shift(List<String> parts) {
        boolean isMoved =
                part(parts, 1).isEmpty()
                        && !DATE.matcher(part(parts, BIRTH)).matches()
                        && DATE.matcher(part(parts, BIRTH + 1)).matches();
        return isMoved ? 1 : 0;
    }

    private static Sex sex(String code) {
        return switch (code) {
            case "M", "MI" -> Sex.MALE;
            case "F", "FI" -> Sex.FEMALE;
            case "X", "XI" -> Sex.UNSPECIFIED;
            default -> Sex.UNKNOWN;
        };
    }
}
