package manumit.hub.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import manumit.hub.web.ProblemException;
import manumit.lists.MrzParticulars;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;
import manumit.travel.mrz.MrzReader;
import manumit.travel.mrz.MrzReading;
import org.jspecify.annotations.Nullable;

/// A question as it was understood: zone and description together.
///
/// @param zone null without a machine-readable zone
record UnderstoodTraveller(Particulars particulars, @Nullable ZoneView zone) {

    /// What a database cannot keep, and no name has.
    private static final char NOTHING = '\0';

    /// @param today by which two-digit years of a zone are resolved
    /// @throws ProblemException `INVALID_FIELD` if a value cannot be read, or there is neither a
    ///   name nor a document
    static UnderstoodTraveller of(CheckQuestion question, LocalDate today) {
        Particulars said =
                question.traveller() == null
                        ? Particulars.builder().build()
                        : question.traveller().particulars();
        MrzReading.Read zone = question.mrz() == null ? null : read(question.mrz(), today);
        Particulars asked = zone == null ? said : joined(said, MrzParticulars.of(zone));
        if (asked.names().isEmpty() && asked.documents().isEmpty()) {
            throw invalid("traveller: a name, the number of a document, or mrz");
        }
        requireText(asked);
        return new UnderstoodTraveller(asked, zone == null ? null : ZoneView.of(zone));
    }

    private static MrzReading.Read read(String text, LocalDate today) {
        return switch (MrzReader.read(text, today)) {
            case MrzReading.Read zone -> zone;
            case MrzReading.Unreadable no ->
                    throw invalid(
                            "mrz: "
                                    + no.code().code()
                                    + " at line "
                                    + no.place().line()
                                    + ". "
                                    + no.remedy());
        };
    }

    /// What is printed comes first; what the zone says besides is added. Of two sexes neither is
    /// used.
    private static Particulars joined(Particulars said, Particulars zone) {
        Particulars.Builder both =
                Particulars.builder()
                        .kind(said.kind() == EntityKind.UNKNOWN ? zone.kind() : said.kind());
        said.names().forEach(both::name);
        for (Name name : zone.names()) {
            both.name(
                    said.names().isEmpty()
                            ? name
                            : new Name(
                                    NameKind.ALIAS,
                                    name.whole(),
                                    name.givenNames(),
                                    name.familyName()));
        }
        said.birthDates().forEach(both::birthDate);
        zone.birthDates().stream()
                .filter(date -> !said.birthDates().contains(date))
                .forEach(both::birthDate);
        both.sex(sex(said.sex(), zone.sex()));
        said.nationalities().forEach(both::nationality);
        zone.nationalities().forEach(both::nationality);
        said.birthPlaces().forEach(both::birthPlace);
        said.documents().forEach(both::document);
        zone.documents().stream()
                .filter(read -> said.documents().stream().noneMatch(one -> isSame(one, read)))
                .forEach(both::document);
        return both.build();
    }

    private static Sex sex(Sex said, Sex zone) {
        boolean bothTold = isTold(said) && isTold(zone);
        if (bothTold && said != zone) {
            return Sex.UNKNOWN;
        }
        return isTold(said) || zone == Sex.UNKNOWN ? said : zone;
    }

    private static boolean isTold(Sex sex) {
        return sex == Sex.FEMALE || sex == Sex.MALE;
    }

    private static boolean isSame(TravelDocument a, TravelDocument b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(TravelDocument document) {
        return document.number().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static void requireText(Particulars asked) {
        requireText(
                "names",
                asked.names().stream()
                        .map(name -> name.whole() + name.givenNames() + name.familyName())
                        .toList());
        requireText("birthPlaces", asked.birthPlaces());
        requireText("documents", asked.documents().stream().map(TravelDocument::number).toList());
    }

    private static void requireText(String field, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (!isText(values.get(i))) {
                throw invalid(
                        String.format(
                                Locale.ROOT, "%s[%d]: text without control characters", field, i));
            }
        }
    }

    /// Without zero bytes and halves of characters.
    static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == NOTHING) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c)
                                && i + 1 < value.length()
                                && Character.isLowSurrogate(value.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemException.Code.INVALID_FIELD, detail);
    }

    @Override
    public String toString() {
        return "UnderstoodTraveller[" + particulars + "]";
    }
}
