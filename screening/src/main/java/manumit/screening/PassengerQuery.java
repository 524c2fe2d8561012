package manumit.screening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;
import manumit.travel.PartialDate;
import manumit.travel.Passenger;
import manumit.travel.PersonName;

/// What is asked about a passenger. Two passengers of whom the same is known have equal queries.
///
/// @param particulars what the carrier says, in the terms of the lists
/// @param notes what of it could not be asked, each once
public record PassengerQuery(Particulars particulars, List<Note> notes) {

    /// What a passenger's data lack. Codes are stable; `docs/travel.md` explains them.
    public enum Note {
        /// Neither name nor document: nothing was asked.
        NOTHING_TO_ASK,
        /// A code of a nationality or issuer that is no country's; asked without it.
        COUNTRY_UNKNOWN,
        /// A document number without letter or digit, or too long; asked without it.
        DOCUMENT_UNUSABLE;

        /// Lower case with hyphens, for example `country-unknown`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public PassengerQuery {
        Objects.requireNonNull(particulars);
        notes = List.copyOf(notes);
    }

    /// Takes over names, birth date, sex, nationalities (of documents too), birth place and
    /// documents. Nothing else of a passenger is asked about.
    public static PassengerQuery of(Passenger passenger) {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        Particulars.Builder builder = Particulars.builder().kind(EntityKind.PERSON);
        names(passenger).forEach(builder::name);
        birth(passenger.birthDate()).ifPresent(builder::birthDate);
        builder.sex(sex(passenger.sex()));
        passenger.nationalities().forEach(code -> builder.nationality(country(code, notes)));
        builder.birthPlace(passenger.birthPlace());
        for (manumit.travel.TravelDocument document : passenger.documents()) {
            builder.nationality(country(document.nationality(), notes));
            document(document, notes).ifPresent(builder::document);
        }
        Particulars particulars = builder.build();
        if (particulars.names().isEmpty() && particulars.documents().isEmpty()) {
            notes.add(Note.NOTHING_TO_ASK);
        }
        return new PassengerQuery(particulars, List.copyOf(notes));
    }

    /// Is there a name or a document?
    public boolean isAskable() {
        return !particulars.names().isEmpty() || !particulars.documents().isEmpty();
    }

    private static List<Name> names(Passenger passenger) {
        List<Name> names = new ArrayList<>(passenger.names().size());
        for (PersonName name : passenger.names()) {
            String given = (name.given() + " " + name.middle()).strip();
            String family = name.surname().strip();
            if (given.isEmpty() && family.isEmpty()) {
                continue;
            }
            NameKind kind = names.isEmpty() ? NameKind.PRIMARY : NameKind.ALIAS;
            // A field alone may hold the whole name, in any order: nothing is said of its parts.
            names.add(
                    given.isEmpty() || family.isEmpty()
                            ? Name.of(kind, given + family)
                            : Name.ofParts(kind, given, family));
        }
        return names;
    }

    /// A year is the least; the day without the year says nothing that is compared.
    private static Optional<BirthDate> birth(PartialDate date) {
        return date.year() == 0
                ? Optional.empty()
                : BirthDate.find(
                        String.format(
                                Locale.ROOT,
                                "%04d-%02d-%02d",
                                date.year(),
                                date.month(),
                                date.day()));
    }

    private static Sex sex(manumit.travel.Sex sex) {
        return switch (sex) {
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case UNSPECIFIED -> Sex.UNSPECIFIED;
            case UNKNOWN -> Sex.UNKNOWN;
        };
    }

    private static Country country(String code, Set<Note> notes) {
        if (code.isBlank()) {
            return Country.UNKNOWN;
        }
        Optional<Country> country = Country.find(code);
        if (country.isEmpty()) {
            notes.add(Note.COUNTRY_UNKNOWN);
        }
        return country.orElse(Country.UNKNOWN);
    }

    private static Optional<TravelDocument> document(
            manumit.travel.TravelDocument document, Set<Note> notes) {
        String number = document.number().strip();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (number.length() > TravelDocument.MAX_LENGTH
                || number.codePoints().noneMatch(Character::isLetterOrDigit)) {
            notes.add(Note.DOCUMENT_UNUSABLE);
            return Optional.empty();
        }
        return Optional.of(
                new TravelDocument(
                        type(document.type()), number, country(document.issuer(), notes)));
    }

    /// Only what all states mean alike; other codes differ between them.
    private static DocumentType type(String code) {
        return switch (code) {
            case "P", "PP" -> DocumentType.PASSPORT;
            case "V" -> DocumentType.VISA;
            case "I", "ID" -> DocumentType.NATIONAL_ID;
            default -> DocumentType.UNKNOWN;
        };
    }

    /// Never shows personal data.
    @Override
    public String toString() {
        return "PassengerQuery[" + particulars + ", " + notes + "]";
    }
}
