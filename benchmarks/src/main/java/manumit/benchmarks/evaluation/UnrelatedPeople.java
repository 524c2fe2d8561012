package manumit.benchmarks.evaluation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.Name;
import manumit.matching.NameKind;

/// People who are on no list, composed by lot:
/// - `U1`: a common given name and a common surname of one country, with that nationality;
/// - `U4`: a real whole name (Wikidata) with any nationality, a third of them from the list's
///   countries;
/// - `U3`, adversarial: the given names of one listed person and the surname of another of the same
///   nationality, for the {@link #HEAVY} nationalities most listed by the US;
/// - `K`: the same for North Korea, where names are short and few.
///
/// Birth dates are full, spread evenly over 1945 to 2006. People whose name, in any order, is that
/// of a listed person are left out of `U3` and `K`.
final class UnrelatedPeople {

    static final String US_LIST = "lists/us_consolidated_2025.csv";
    private static final int HEAVY = 17;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1945, 1, 1);
    private static final LocalDate LAST_BIRTH = LocalDate.of(2006, 12, 31);

    /// Where a person comes from.
    enum Population {
        U1("U1 names of one country"),
        U4("U4 real names, any nationality"),
        U3("U3 two listed people mixed"),
        K("K the same, North Korea");

        private final String title;

        Population(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /// Of 12 people, how many are from here.
        int twelfths() {
            return switch (this) {
                case U1, U4 -> 4;
                case U3 -> 3;
                case K -> 1;
            };
        }
    }

    /// An invented traveller.
    record Person(Name name, BirthDate birthDate, Country nationality) {}

    private record Listed(String given, String surname) {}

    private final Map<String, List<String>> forenames;
    private final Map<String, List<String>> surnames;
    private final List<String> wholeNames;
    private final Map<String, List<Listed>> listedByCountry = new TreeMap<>();
    private final Set<String> listedNames = new HashSet<>();
    private final List<Country> listCountries;

    /// @param listCountries nationalities on the list that will be asked
    UnrelatedPeople(Path data, List<Country> listCountries) throws IOException {
        this.listCountries = listCountries;
        forenames = byCountry(data, "forenames");
        surnames = byCountry(data, "surnames");
        forenames.keySet().retainAll(surnames.keySet());
        surnames.keySet().retainAll(forenames.keySet());
        wholeNames = wholeNames(data);
        readListed(data);
    }

    private static Map<String, List<String>> byCountry(Path data, String file) throws IOException {
        Map<String, List<String>> names = new TreeMap<>();
        for (NamedCsvRecord row :
                CsvTable.read(data.resolve("names/sigpwned_common-" + file + "-by-country.csv"))) {
            String name = CsvTable.field(row, "Romanized Name");
            if (!name.isEmpty()) {
                names.computeIfAbsent(CsvTable.field(row, "Country"), c -> new ArrayList<>())
                        .add(name);
            }
        }
        return names;
    }

    private static List<String> wholeNames(Path data) throws IOException {
        List<String> names = new ArrayList<>();
        for (String script : List.of("hebrew", "korean")) {
            CsvTable.readTabbed(data.resolve("names/wikidata_" + script + "_full.tsv"), 2).stream()
                    .map(row -> row[0].strip())
                    .filter(name ->
                            name.contains(" ")
                                    && name.chars()
                                            .noneMatch(c -> c == ',' || Character.isDigit(c)))
                    .forEach(names::add);
        }
        return names;
    }

    private void readListed(Path data) throws IOException {
        for (NamedCsvRecord row : CsvTable.read(data.resolve(US_LIST))) {
            String name = CsvTable.field(row, "name");
            int comma = name.indexOf(',');
            if (CsvTable.field(row, "type").equals("Individual") && comma > 0) {
                Listed listed =
                        new Listed(name.substring(comma + 1).strip(), name.substring(0, comma));
                listedNames.add(PlainName.of(name).sortedText());
                Stream.of(CsvTable.field(row, "nationalities").split(";", -1))
                        .map(String::strip)
                        .filter(country -> country.length() == 2)
                        .forEach(country ->
                                listedByCountry
                                        .computeIfAbsent(country, c -> new ArrayList<>())
                                        .add(listed));
            }
        }
    }

    /// People of one population; the same seed gives the same people, and more of them begin with
    /// the fewer.
    List<Person> draw(Population population, int count, long seed) {
        SplittableRandom random = Draw.random(seed, population.name());
        List<Person> people = new ArrayList<>(count);
        List<String> countries =
                switch (population) {
                    case U1, U4 -> List.copyOf(forenames.keySet());
                    case U3 -> heavyCountries();
                    case K -> List.of("KP");
                };
        while (people.size() < count) {
            String country = Draw.any(countries, random);
            Name name =
                    switch (population) {
                        case U1 ->
                                Name.ofParts(
                                        NameKind.PRIMARY,
                                        Draw.any(
                                                forenames.getOrDefault(country, List.of()), random),
                                        Draw.any(
                                                surnames.getOrDefault(country, List.of()), random));
                        case U4 -> Name.of(Draw.any(wholeNames, random));
                        case U3, K ->
                                mixed(listedByCountry.getOrDefault(country, List.of()), random);
                    };
            Country nationality =
                    population == Population.U4 && random.nextInt(3) == 0
                            ? Draw.any(listCountries, random)
                            : new Country(country);
            if (!listedNames.contains(PlainName.of(name.whole()).sortedText())
                    || population == Population.U1
                    || population == Population.U4) {
                people.add(new Person(name, birthDate(random), nationality));
            }
        }
        return people;
    }

    private List<String> heavyCountries() {
        return listedByCountry.entrySet().stream()
                .sorted(
                        Map.Entry.<String, List<Listed>>comparingByValue(
                                        (a, b) -> Integer.compare(b.size(), a.size()))
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(HEAVY)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Name mixed(List<Listed> people, SplittableRandom random) {
        Listed given = Draw.any(people, random);
        Listed family = Draw.any(people, random);
        return Name.ofParts(NameKind.PRIMARY, given.given, family.surname);
    }

    private static BirthDate birthDate(SplittableRandom random) {
        return new BirthDate.Day(
                LocalDate.ofEpochDay(
                        random.nextLong(FIRST_BIRTH.toEpochDay(), LAST_BIRTH.toEpochDay() + 1)));
    }
}
