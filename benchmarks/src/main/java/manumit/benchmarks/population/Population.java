package manumit.benchmarks.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import manumit.benchmarks.population.Culture.Kind;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;

/// An endless, numbered population of invented people. Each person follows from the seed and the
/// number alone, so that any slice can be made at any time, in any thread. Thread-safe.
public final class Population {

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1945, 1, 1);
    private static final LocalDate LAST_BIRTH = LocalDate.of(2006, 12, 31);
    private static final List<Culture> CULTURES = Culture.listAll();

    private final long seed;

    private Population(long seed) {
        this.seed = seed;
    }

    /// The same seed gives the same people.
    public static Population of(long seed) {
        return new Population(seed);
    }

    /// Codes of the naming cultures, in the order in which people numbered 0, 1, 2 … take turns.
    public static List<String> cultures() {
        return CULTURES.stream().map(Culture::code).toList();
    }

    /// `count` people from number `first` on. May be made parallel.
    public Stream<InventedPerson> people(long first, long count) {
        return LongStream.range(first, first + count).mapToObj(this::person);
    }

    /// Person number `number`, at least 0.
    public InventedPerson person(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("number: at least 0, found " + number);
        }
        // Multiplied apart, so that neighbouring numbers and seeds have unrelated people.
        SplittableRandom random =
                new SplittableRandom(
                        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number).nextLong());
        Culture culture = CULTURES.get((int) (number % CULTURES.size()));
        Sex sex = random.nextInt(3) == 0 ? Sex.FEMALE : Sex.MALE;
        Parts parts = parts(culture, sex, random);
        Country country = culture.country(random);
        return new InventedPerson(
                "P" + number,
                culture.code(),
                parts.name(NameKind.PRIMARY, part -> part.spelling(sexOf(part, parts, sex))),
                aliases(parts, sex, random),
                LocalDate.ofEpochDay(
                        random.nextLong(FIRST_BIRTH.toEpochDay(), LAST_BIRTH.toEpochDay() + 1)),
                sex,
                country,
                passport(country, random));
    }

    /// Fathers' names stand in the masculine whoever bears them.
    private static Sex sexOf(NamePart part, Parts parts, Sex bearer) {
        return parts.fathers.contains(part) ? Sex.MALE : bearer;
    }

    /// The parts of one name.
    ///
    /// @param given given names in the order written
    /// @param fathers given names of father and grandfather, in the masculine
    /// @param middle a patronymic or a middle name in the form of the bearer's sex
    /// @param family family names; may be empty
    /// @param familyFirst whether the family name is written first
    private record Parts(
            List<NamePart> given,
            List<NamePart> fathers,
            List<NamePart> middle,
            List<NamePart> family,
            boolean familyFirst) {

        Name name(NameKind kind, Function<NamePart, String> spelling) {
            List<NamePart> givenParts = new ArrayList<>();
            if (familyFirst) {
                givenParts.addAll(middle);
                givenParts.addAll(given);
            } else {
                givenParts.addAll(given);
                givenParts.addAll(middle);
            }
            givenParts.addAll(fathers);
            // Chinese, Korean and Japanese writing sets no space between the parts.
            String space = familyFirst && kind == NameKind.ORIGINAL_SCRIPT ? "" : " ";
            String givenNames = join(givenParts, space, spelling);
            String familyName = join(family, space, spelling);
            String whole =
                    familyFirst ? familyName + space + givenNames : givenNames + space + familyName;
            return new Name(kind, whole, givenNames, familyName);
        }

        private static String join(
                List<NamePart> parts, String space, Function<NamePart, String> spelling) {
            return String.join(space, parts.stream().map(spelling).toList());
        }

        Stream<NamePart> all() {
            return Stream.of(given, fathers, middle, family).flatMap(List::stream);
        }
    }

    private static Parts parts(Culture culture, Sex sex, SplittableRandom random) {
        List<NamePart> given = new ArrayList<>(List.of(culture.given(sex, random)));
        List<NamePart> fathers = new ArrayList<>();
        List<NamePart> middle = new ArrayList<>();
        List<NamePart> family = new ArrayList<>();
        boolean familyFirst = false;
        switch (culture.form()) {
            case GIVEN_FAMILY -> {
                if (random.nextInt(6) == 0) {
                    addOther(given, culture.given(sex, random));
                }
                family.add(culture.any(Kind.FAMILY, random));
            }
            case GIVEN_PATRONYMIC_FAMILY -> {
                middle.add(culture.any(Kind.PATRONYMIC, random));
                family.add(culture.any(Kind.FAMILY, random));
            }
            case ARABIC -> {
                addOther(fathers, culture.given(Sex.MALE, random));
                if (random.nextBoolean()) {
                    addOther(fathers, culture.given(Sex.MALE, random));
                }
                fathers.removeAll(given);
                family.add(culture.any(Kind.FAMILY, random));
            }
            case FAMILY_GIVEN -> {
                familyFirst = true;
                family.add(culture.any(Kind.FAMILY, random));
            }
            case FAMILY_MIDDLE_GIVEN -> {
                familyFirst = true;
                middle.add(culture.any(Kind.PATRONYMIC, random));
                family.add(culture.any(Kind.FAMILY, random));
            }
            case DOUBLE_SURNAME -> {
                if (random.nextInt(4) == 0) {
                    addOther(given, culture.given(sex, random));
                }
                family.add(culture.any(Kind.FAMILY, random));
                addOther(family, culture.any(Kind.FAMILY, random));
            }
            case GIVEN_FATHER -> {
                addOther(fathers, culture.given(Sex.MALE, random));
                if (random.nextBoolean()) {
                    addOther(fathers, culture.given(Sex.MALE, random));
                }
                fathers.removeAll(given);
            }
            case MONONYM_OR_GIVEN_FAMILY -> {
                if (random.nextInt(4) != 0) {
                    family.add(culture.any(Kind.FAMILY, random));
                }
            }
        }
        return new Parts(given, fathers, middle, family, familyFirst);
    }

    private static void addOther(List<NamePart> parts, NamePart part) {
        if (!parts.contains(part)) {
            parts.add(part);
        }
    }

    /// Another romanisation for two people of three, and the original script where there is one.
    private static List<Name> aliases(Parts parts, Sex sex, SplittableRandom random) {
        List<Name> aliases = new ArrayList<>();
        if (random.nextInt(3) != 0) {
            Name primary =
                    parts.name(NameKind.ALIAS, part -> part.spelling(sexOf(part, parts, sex)));
            Name other =
                    parts.name(
                            NameKind.ALIAS,
                            part ->
                                    random.nextInt(4) == 0
                                            ? part.spelling(sexOf(part, parts, sex))
                                            : part.otherSpelling(sexOf(part, parts, sex), random));
            if (!other.equals(primary)) {
                aliases.add(other);
            }
        }
        if (parts.all().noneMatch(part -> part.original(sex).isEmpty())) {
            aliases.add(
                    parts.name(
                            NameKind.ORIGINAL_SCRIPT,
                            part -> part.original(sexOf(part, parts, sex))));
        }
        return aliases;
    }

    /// Two letters and seven digits: the commonest shape; no check digit.
    private static TravelDocument passport(Country issuer, SplittableRandom random) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            number.append((char) ('A' + random.nextInt(26)));
        }
        for (int i = 0; i < 7; i++) {
            number.append((char) ('0' + random.nextInt(10)));
        }
        return new TravelDocument(DocumentType.PASSPORT, number.toString(), issuer);
    }
}
