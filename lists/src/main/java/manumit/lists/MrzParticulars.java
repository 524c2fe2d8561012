package manumit.lists;

import java.util.Optional;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;
import manumit.travel.mrz.MrzDate;
import manumit.travel.mrz.MrzDocument;
import manumit.travel.mrz.MrzName;
import manumit.travel.mrz.MrzReading;
import manumit.travel.mrz.MrzSex;

/// What the machine-readable zone of a document says about its holder, in the terms of the lists.
public final class MrzParticulars {

    private MrzParticulars() {}

    /// Name, birth date, sex, nationality and the document; of a repaired number both forms.
    /// Optional data, which may be a personal number, are not used.
    public static Particulars of(MrzReading.Read zone) {
        MrzDocument document = zone.document();
        Particulars.Builder builder = Particulars.builder().kind(EntityKind.PERSON);
        name(document.name()).ifPresent(builder::name);
        birth(document.birth()).ifPresent(builder::birthDate);
        builder.sex(sex(document.sex()));
        builder.nationality(Country.find(document.nationality()).orElse(Country.UNKNOWN));
        number(document, document.number()).ifPresent(builder::document);
        if (!zone.numberAsRead().equals(document.number())) {
            number(document, zone.numberAsRead()).ifPresent(builder::document);
        }
        return builder.build();
    }

    private static Optional<Name> name(MrzName name) {
        String primary = name.primary().strip();
        String secondary = name.secondary().strip();
        if (primary.isEmpty() && secondary.isEmpty()) {
            return Optional.empty();
        }
        // A single name is no family name.
        return Optional.of(
                primary.isEmpty() || secondary.isEmpty()
                        ? Name.of(primary + secondary)
                        : Name.ofParts(NameKind.PRIMARY, secondary, primary));
    }

    private static Optional<BirthDate> birth(MrzDate date) {
        return switch (date) {
            case MrzDate.Day(var day) -> Optional.of(new BirthDate.Day(day));
            case MrzDate.Month(var month) -> Optional.of(new BirthDate.Month(month));
            case MrzDate.InYear(int year) -> Optional.of(new BirthDate.InYear(year));
            case MrzDate.Unknown() -> Optional.empty();
        };
    }

    private static Sex sex(MrzSex sex) {
        return switch (sex) {
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case UNSPECIFIED -> Sex.UNSPECIFIED;
            case UNKNOWN -> Sex.UNKNOWN;
        };
    }

    private static Optional<TravelDocument> number(MrzDocument document, String number) {
        String plain = number.replace("<", "");
        return plain.isEmpty() || plain.length() > TravelDocument.MAX_LENGTH
                ? Optional.empty()
                : Optional.of(
                        new TravelDocument(
                                type(document.documentCode()),
                                plain,
                                Country.find(document.issuer()).orElse(Country.UNKNOWN)));
    }

    /// Doc 9303 fixes the first letter only; cards are of many kinds.
    private static DocumentType type(String code) {
        return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
            case 'P' -> DocumentType.PASSPORT;
            case 'V' -> DocumentType.VISA;
            default -> DocumentType.UNKNOWN;
        };
    }
}
