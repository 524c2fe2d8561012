package manumit.benchmarks.flights;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import manumit.benchmarks.crowd.CrowdFamily;
import manumit.benchmarks.flights.Traveller.Document;
import manumit.benchmarks.flights.Traveller.Gap;
import manumit.matching.Country;
import manumit.matching.Sex;

/// Draws the people of one flight.
final class TravellerDraw {

    private static final String SEATS = "ABCDEF";

    private final FlightOptions options;
    private final Airport from;
    private final Airport to;
    private final LocalDate day;
    private final SplittableRandom random;
    private final ListedDraw listed;

    TravellerDraw(
            FlightOptions options,
            Airport from,
            Airport to,
            LocalDate day,
            SplittableRandom random) {
        this.options = options;
        this.from = from;
        this.to = to;
        this.day = day;
        this.random = random;
        listed = new ListedDraw(options.listed(), random);
    }

    /// Adults of different families, one or more of whom may be listed.
    ///
    /// @param before travellers on the flight so far
    List<Traveller> strangers(int count, int before) {
        List<Traveller> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            people.add(stranger(before + i + 1));
        }
        return people;
    }

    private Traveller stranger(int number) {
        if (options.listedShare() > 0 && random.nextDouble() < options.listedShare()) {
            ListedDraw.Person person = listed.find();
            if (person != null) {
                return traveller(
                        number,
                        person.sex(random),
                        person.birth(random, day),
                        person.surname(),
                        person.given(),
                        person.nationality(),
                        person.document(),
                        0,
                        person.reference());
            }
        }
        Sex sex = sex();
        return member(family(), sex, birth(18, 75), number, 0);
    }

    /// One or two parents and one to three children, sometimes a grandparent; sometimes the
    /// youngest is an infant.
    List<Traveller> family(int before) {
        CrowdFamily family = family();
        List<Traveller> people = new ArrayList<>(6);
        int parents = random.nextInt(4) == 0 ? 1 : 2;
        int number = before;
        for (int i = 0; i < parents; i++) {
            Sex sex = i == 0 ? Sex.FEMALE : Sex.MALE;
            people.add(member(family, sex, birth(24, 45), ++number, 0));
        }
        if (random.nextInt(10) == 0) {
            people.add(member(family, sex(), birth(58, 80), ++number, 0));
        }
        for (int children = 1 + random.nextInt(3); children > 0; children--) {
            boolean isInfant = children == 1 && random.nextInt(4) == 0;
            LocalDate birth = isInfant ? day.minusDays(30 + random.nextInt(640)) : birth(2, 16);
            people.add(member(family, sex(), birth, ++number, isInfant ? before + 1 : 0));
        }
        return people;
    }

    /// Three of five are at home at one end of the route.
    private CrowdFamily family() {
        return random.nextInt(5) < 3
                ? CrowdFamily.of((random.nextBoolean() ? from : to).country(), random)
                : CrowdFamily.any(random);
    }

    private Traveller member(
            CrowdFamily family, Sex sex, LocalDate birth, int number, int companion) {
        CrowdFamily.Member name = family.member(sex, random);
        return traveller(
                number,
                sex,
                birth,
                PlainText.of(name.family()),
                PlainText.of(name.given()),
                family.nationality(),
                "",
                companion,
                "");
    }

    private Traveller traveller(
            int number,
            Sex sex,
            LocalDate birth,
            String surname,
            String given,
            Country nationality,
            String document,
            int companion,
            String reference) {
        String state = States.code(nationality);
        Traveller.Kind kind = kind(birth);
        boolean isMononym = surname.isEmpty();
        return new Traveller(
                number,
                kind,
                title(kind, sex, given),
                isMononym ? given : surname,
                isMononym ? "" : given,
                sex,
                birth,
                state,
                document(state, document),
                kind == Traveller.Kind.INFANT ? "" : seat(number),
                kind == Traveller.Kind.INFANT ? 0 : random.nextInt(3),
                companion,
                gaps(),
                reference);
    }

    private Traveller.Kind kind(LocalDate birth) {
        int age = Period.between(birth, day).getYears();
        if (age < 2) {
            return Traveller.Kind.INFANT;
        }
        return age < 12 ? Traveller.Kind.CHILD : Traveller.Kind.ADULT;
    }

    private String title(Traveller.Kind kind, Sex sex, String given) {
        if (kind == Traveller.Kind.INFANT || given.isEmpty() || random.nextInt(5) == 0) {
            return "";
        }
        if (kind == Traveller.Kind.CHILD) {
            return sex == Sex.FEMALE ? "MISS" : "MSTR";
        }
        return sex == Sex.MALE ? "MR" : random.nextInt(3) == 0 ? "MS" : "MRS";
    }

    /// One in twenty has an identity card.
    private Document document(String state, String number) {
        return new Document(
                random.nextInt(20) == 0 && number.length() <= 9 ? "I" : "P",
                number.isEmpty() ? number() : number,
                state,
                day.plusDays(60 + random.nextInt(3500)));
    }

    /// Two letters and seven digits, one and eight, or nine digits.
    private String number() {
        int letters = random.nextInt(3);
        char[] number = new char[9];
        for (int i = 0; i < number.length; i++) {
            number[i] = (char) (i < letters ? 'A' + random.nextInt(26) : '0' + random.nextInt(10));
        }
        return String.valueOf(number);
    }

    private static String seat(int number) {
        return (1 + (number - 1) / SEATS.length())
                + SEATS.substring((number - 1) % SEATS.length(), (number - 1) % SEATS.length() + 1);
    }

    /// Three in a hundred passenger list entries lack something.
    private Set<Gap> gaps() {
        int at = random.nextInt(200);
        return at >= 6 ? Set.of() : EnumSet.of(gap(at));
    }

    private static Gap gap(int at) {
        return switch (at) {
            case 0 -> Gap.SEX;
            case 1 -> Gap.BIRTH_DATE;
            case 2 -> Gap.BIRTH_DAY;
            case 3 -> Gap.NATIONALITY;
            case 4 -> Gap.DOCUMENT;
            default -> Gap.EXPIRY;
        };
    }

    private Sex sex() {
        return random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
    }

    private LocalDate birth(int youngest, int oldest) {
        int days = (oldest - youngest) * 365;
        return day.minusYears(youngest).minusDays(1 + random.nextInt(days));
    }
}
