package manumit.benchmarks.flights;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import manumit.matching.Sex;
import manumit.travel.mrz.MrzDate;
import manumit.travel.mrz.MrzDocument;
import manumit.travel.mrz.MrzFormat;
import manumit.travel.mrz.MrzName;
import manumit.travel.mrz.MrzSex;
import manumit.travel.mrz.MrzWriter;
import manumit.travel.mrz.MrzWriting;

/// One person on a flight, as is true of them. Names are in capitals A to Z with single spaces, as
/// carriers write them, before escapes and lower case.
///
/// @param number from 1, unique on the flight; TIF reference, and number of the unique reference
/// @param kind adult, child or infant
/// @param title glued to given names in bookings; empty for none
/// @param surname never blank; the whole name of somebody with a single one
/// @param given empty for somebody with a single name
/// @param sex female or male
/// @param birth birth date
/// @param nationality ICAO three-letter code, such as `TGO` or `D`
/// @param document travel document
/// @param seat such as `12A`; empty for infants
/// @param bags pieces checked in
/// @param companion infants: number of the adult they travel with; else 0
/// @param gaps what the passenger list does not say
/// @param listed reference of the listed identity the person is; empty for others
public record Traveller(
        int number,
        Kind kind,
        String title,
        String surname,
        String given,
        Sex sex,
        LocalDate birth,
        String nationality,
        Document document,
        String seat,
        int bags,
        int companion,
        Set<Gap> gaps,
        String listed) {

    /// Kind of fare, by age on the day of the flight: infants are under 2, children under 12.
    public enum Kind {
        ADULT('A'),
        CHILD('C'),
        INFANT('I');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }
    }

    /// A fact that the carrier does not tell in its passenger list.
    public enum Gap {
        SEX,
        BIRTH_DATE,
        /// Month and day come as `0000`.
        BIRTH_DAY,
        NATIONALITY,
        DOCUMENT,
        EXPIRY
    }

    /// Travel document of the person.
    ///
    /// @param type `P` passport, `I` identity card
    /// @param number capitals and digits
    /// @param issuer ICAO three-letter code
    /// @param expiry last day of validity
    public record Document(String type, String number, String issuer, LocalDate expiry) {

        /// Never shows the number.
        @Override
        public String toString() {
            return "Document[" + type + ", " + issuer + "]";
        }
    }

    public Traveller {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(sex);
        Objects.requireNonNull(birth);
        Objects.requireNonNull(document);
        gaps = Set.copyOf(gaps);
        if (surname.isBlank()) {
            throw new IllegalArgumentException("surname: must not be blank");
        }
    }

    /// The machine-readable zone of the document: TD3 for passports, TD1 for cards. Lines with line
    /// feeds between.
    public String mrz() {
        MrzDocument passport =
                MrzDocument.passport(
                        document.issuer(),
                        MrzName.of(surname, given),
                        document.number(),
                        nationality,
                        new MrzDate.Day(birth),
                        sex == Sex.FEMALE ? MrzSex.FEMALE : MrzSex.MALE,
                        new MrzDate.Day(document.expiry()));
        MrzDocument written =
                document.type().equals("P")
                        ? passport
                        : new MrzDocument(
                                MrzFormat.TD1,
                                "I",
                                passport.issuer(),
                                passport.name(),
                                passport.number(),
                                passport.nationality(),
                                passport.birth(),
                                passport.sex(),
                                passport.expiry(),
                                "",
                                "");
        return switch (MrzWriter.write(written)) {
            case MrzWriting.Written zone -> zone.text();
            case MrzWriting.Refused refused ->
                    throw new IllegalStateException(
                            "document: " + refused.code() + " in " + refused.field());
        };
    }

    /// Never shows personal data.
    @Override
    public String toString() {
        return "Traveller[" + number + ", " + kind + "]";
    }
}
