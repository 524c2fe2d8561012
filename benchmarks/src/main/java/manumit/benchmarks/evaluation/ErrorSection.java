package manumit.benchmarks.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import manumit.benchmarks.population.InventedPerson;
import manumit.benchmarks.population.Perturbation;
import manumit.benchmarks.population.Population;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Comparison;
import manumit.matching.EntityKind;
import manumit.matching.Matcher;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Occasion;
import manumit.matching.Particulars;

/// Compares invented people with themselves after one slip, and with others who resemble them. Each
/// row has a slip of its own, so that a weakness shows where it is. Compared as a check of a
/// traveller against a list. Needs no data.
final class ErrorSection {

    private static final int PEOPLE_A_CULTURE = 80;

    private final Matcher matcher;
    private final long seed;
    private final List<InventedPerson> people;
    private final long cultures = Population.cultures().size();
    private final Population population;

    /// A name as asked and as recorded, and the dates beside them.
    private record Trial(Name asked, LocalDate askedBirth, Name recorded, LocalDate recordedBirth) {

        Comparison compare(Matcher matcher, boolean withDates) {
            return matcher.compare(
                    side(asked, askedBirth, withDates),
                    side(recorded, recordedBirth, withDates),
                    Occasion.CHECK);
        }

        private static Particulars side(Name name, LocalDate birth, boolean withDate) {
            Particulars.Builder b = Particulars.builder().kind(EntityKind.PERSON).name(name);
            return withDate ? b.birthDate(new BirthDate.Day(birth)).build() : b.build();
        }
    }

    private ErrorSection(Matcher matcher, long seed) {
        this.matcher = matcher;
        this.seed = seed;
        population = Population.of(seed);
        people = population.people(0, PEOPLE_A_CULTURE * cultures).toList();
    }

    static List<Table> measure(Matcher matcher, long seed) {
        ErrorSection section = new ErrorSection(matcher, seed);
        return List.of(section.bySlip(), section.byCulture());
    }

    private Table bySlip() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("same", "unchanged", trials(this::unchanged)));
        for (Perturbation slip : Perturbation.values()) {
            rows.add(row("same", words(slip), trials(p -> slipped(p, slip))));
        }
        rows.add(row("same", "respelled", trials(p -> alias(p, NameKind.ALIAS))));
        rows.add(row("same", "original script", trials(p -> alias(p, NameKind.ORIGINAL_SCRIPT))));
        rows.add(row("different", "twin: other given name", trials(this::twin)));
        rows.add(row("different", "stranger, same culture", trials(p -> stranger(p, cultures))));
        rows.add(row("different", "stranger, any culture", trials(p -> stranger(p, cultures + 1))));
        rows.add(row("different", "namesake, other date", trials(this::namesake)));
        return new Table(
                Section.ERRORS,
                "Invented people, one slip at a time",
                List.of(
                        "label",
                        "slip",
                        "n",
                        "weak",
                        "possible",
                        "strong",
                        "median bits",
                        "no date: weak",
                        "no date: possible",
                        "no date: strong"),
                rows,
                List.of(
                        "Shares that reach the band. Birth dates are equal, but for the namesake:"
                                + " another date drawn by lot."));
    }

    private Table byCulture() {
        List<List<Cell>> rows = new ArrayList<>();
        for (String culture : Population.cultures()) {
            List<Cell> row = new ArrayList<>();
            row.add(new Cell.Words(culture));
            row.add(reached(culture, p -> slipped(p, Perturbation.TYPO)));
            row.add(reached(culture, p -> slipped(p, Perturbation.MISREAD)));
            row.add(reached(culture, p -> slipped(p, Perturbation.SHUFFLED)));
            row.add(reached(culture, p -> alias(p, NameKind.ALIAS)));
            row.add(reached(culture, p -> alias(p, NameKind.ORIGINAL_SCRIPT)));
            row.add(reached(culture, this::twin));
            row.add(reached(culture, p -> stranger(p, cultures)));
            rows.add(row);
        }
        return new Table(
                Section.ERRORS,
                "Invented people by culture, share reaching possible with equal birth dates",
                List.of(
                        "culture",
                        "typo",
                        "misread",
                        "shuffled",
                        "respelled",
                        "original",
                        "twin (different)",
                        "stranger (different)"),
                rows,
                List.of(PEOPLE_A_CULTURE + " people a culture; – where the slip cannot happen."));
    }

    private interface Slip {
        Optional<Trial> find(InventedPerson person);
    }

    private List<Trial> trials(Slip slip) {
        return people.stream().flatMap(p -> slip.find(p).stream()).toList();
    }

    private Cell reached(String culture, Slip slip) {
        List<Trial> trials =
                people.stream()
                        .filter(p -> p.culture().equals(culture))
                        .flatMap(p -> slip.find(p).stream())
                        .toList();
        return new Cell.Rate(
                trials.isEmpty()
                        ? Double.NaN
                        : (double)
                                        trials.stream()
                                                .map(t -> t.compare(matcher, true))
                                                .filter(c -> c.band().atLeast(Band.POSSIBLE))
                                                .count()
                                / trials.size());
    }

    private List<Cell> row(String label, String slip, List<Trial> trials) {
        Comparison[] dated = compare(trials, true);
        Comparison[] undated = compare(trials, false);
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Words(label));
        row.add(new Cell.Words(slip));
        row.add(new Cell.Count(trials.size()));
        for (Band band : List.of(Band.WEAK, Band.POSSIBLE, Band.STRONG)) {
            row.add(share(dated, band));
        }
        double[] bits = Stream.of(dated).mapToDouble(Comparison::bits).sorted().toArray();
        row.add(new Cell.Amount(bits.length == 0 ? Double.NaN : bits[bits.length / 2]));
        for (Band band : List.of(Band.WEAK, Band.POSSIBLE, Band.STRONG)) {
            row.add(share(undated, band));
        }
        return row;
    }

    private Comparison[] compare(List<Trial> trials, boolean withDates) {
        Comparison[] comparisons = new Comparison[trials.size()];
        IntStream.range(0, comparisons.length)
                .parallel()
                .forEach(i -> comparisons[i] = trials.get(i).compare(matcher, withDates));
        return comparisons;
    }

    private static Cell share(Comparison[] comparisons, Band band) {
        return new Cell.Rate(
                comparisons.length == 0
                        ? Double.NaN
                        : (double)
                                        Stream.of(comparisons)
                                                .filter(c -> c.band().atLeast(band))
                                                .count()
                                / comparisons.length);
    }

    private static String words(Perturbation slip) {
        return slip.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    // Slips

    private Optional<Trial> unchanged(InventedPerson person) {
        return Optional.of(trial(person, Name.of(person.primary().whole()), person.primary()));
    }

    private Optional<Trial> slipped(InventedPerson person, Perturbation slip) {
        Name recorded =
                switch (slip) {
                    case CUT_TO_35, CUT_TO_39, CUT_TO_69 -> longName(person, slip);
                    default -> person.primary();
                };
        SplittableRandom random = Draw.random(seed, person.id() + slip);
        return slip.find(recorded.whole(), random)
                .map(asked -> trial(person, Name.of(asked), recorded));
    }

    /// The person's name lengthened with given names of the same culture until the cut takes
    /// something away.
    private Name longName(InventedPerson person, Perturbation cut) {
        int length =
                switch (cut) {
                    case CUT_TO_69 -> 69;
                    case CUT_TO_39 -> 39;
                    default -> 35;
                };
        StringBuilder given = new StringBuilder(person.primary().givenNames());
        for (int i = 1;
                given.length() + person.primary().familyName().length() <= length + 3;
                i++) {
            given.append(' ').append(other(person, i * cultures).primary().givenNames());
        }
        return Name.ofParts(NameKind.PRIMARY, given.toString(), person.primary().familyName());
    }

    private static Optional<Trial> alias(InventedPerson person, NameKind kind) {
        return person.aliases().stream()
                .filter(alias -> alias.kind() == kind)
                .findFirst()
                .map(alias -> trial(person, alias, person.primary()));
    }

    private static Trial trial(InventedPerson person, Name asked, Name recorded) {
        return new Trial(asked, person.birthDate(), recorded, person.birthDate());
    }

    // Others

    /// Born on the same day into the same family. The first of the following people of the culture
    /// who shares no part of the given names lends them.
    private Optional<Trial> twin(InventedPerson person) {
        String family = person.primary().familyName();
        if (family.isEmpty()) {
            return Optional.empty();
        }
        List<String> given = List.of(person.primary().givenNames().split(" ", -1));
        return LongStream.rangeClosed(1, 20)
                .mapToObj(i -> other(person, i * cultures))
                .filter(o -> o.sex() == person.sex())
                .map(o -> o.primary().givenNames())
                .filter(g -> Stream.of(g.split(" ", -1)).noneMatch(given::contains))
                .findFirst()
                .map(g ->
                        trial(person, Name.ofParts(NameKind.PRIMARY, g, family), person.primary()));
    }

    private Optional<Trial> stranger(InventedPerson person, long distance) {
        Name name = other(person, distance).primary();
        return name.whole().equals(person.primary().whole())
                ? Optional.empty()
                : Optional.of(trial(person, name, person.primary()));
    }

    private Optional<Trial> namesake(InventedPerson person) {
        return Optional.of(
                new Trial(
                        person.primary(),
                        other(person, 1).birthDate(),
                        person.primary(),
                        person.birthDate()));
    }

    /// The person that many numbers on.
    private InventedPerson other(InventedPerson person, long distance) {
        long number = Long.parseLong(person.id().substring(1));
        return population.person(number + distance);
    }
}
