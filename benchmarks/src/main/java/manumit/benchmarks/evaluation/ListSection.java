package manumit.benchmarks.evaluation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import manumit.benchmarks.evaluation.UnrelatedPeople.Person;
import manumit.benchmarks.evaluation.UnrelatedPeople.Population;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Candidate;
import manumit.matching.Comparison;
import manumit.matching.Country;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Occasion;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.Watchlist;

/// Asks the UN list about people who are on it, written as another list writes them, and about
/// people who are not.
final class ListSection {

    private static final int[] THRESHOLD_BITS = {-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12};

    /// What of a person is given.
    private enum Given {
        NAME("name"),
        DATE("name, date"),
        ALL("name, date, nationality");

        private final String title;

        Given(String title) {
            this.title = title;
        }
    }

    /// A listed person as somebody else writes them, and the record that is meant.
    ///
    /// @param hide whether names of the record with the same tokens are taken away
    private record Positive(
            Name name,
            List<BirthDate> birthDates,
            List<Country> nationalities,
            Identity record,
            boolean hide) {}

    /// What came of asking about a listed person.
    ///
    /// @param rank of the right record, from 1; 0 where it was not found
    private record Found(double bits, Band band, int rank) {}

    private final Path data;
    private final Options options;
    private final Dump dump;
    private final List<Identity> people;
    private final Watchlist list;

    private ListSection(Path data, Options options, Dump dump) throws IOException {
        this.data = data;
        this.options = options;
        this.dump = dump;
        people = ListedPeople.read(data, ListedPeople.UN);
        list = options.watchlist().apply(people);
    }

    static List<Table> measure(Path data, Options options, Dump dump) throws IOException {
        return new ListSection(data, options, dump).measure();
    }

    private List<Table> measure() throws IOException {
        Map<String, double[]> byThreshold = new LinkedHashMap<>();
        Table unrelated = unrelated(byThreshold);
        Table listed = listed(byThreshold);
        return List.of(unrelated, listed, thresholds(byThreshold));
    }

    // People who are on no list

    private Table unrelated(Map<String, double[]> byThreshold) throws IOException {
        UnrelatedPeople source = new UnrelatedPeople(data, listCountries());
        List<List<Cell>> rows = new ArrayList<>();
        for (Population population : Population.values()) {
            int count = Math.max(1, options.sample() * population.twelfths() / 12);
            List<Person> drawn = source.draw(population, count, options.seed());
            for (Given given : Given.values()) {
                // Less given is less telling, and takes as long: a third of the people suffices.
                List<Person> asked =
                        given == Given.ALL ? drawn : drawn.subList(0, (drawn.size() + 2) / 3);
                List<List<Candidate>> answers =
                        asked.parallelStream().map(p -> ask(query(p, given), 1)).toList();
                List<Cell> row = new ArrayList<>();
                row.add(new Cell.Words(population.title()));
                row.add(new Cell.Words(given.title));
                row.add(new Cell.Count(asked.size()));
                for (Band band : List.of(Band.WEAK, Band.POSSIBLE, Band.STRONG)) {
                    long reached =
                            answers.stream()
                                    .filter(a -> !a.isEmpty())
                                    .filter(a -> a.getFirst().comparison().band().atLeast(band))
                                    .count();
                    row.add(new Cell.Share((double) reached / asked.size()));
                }
                rows.add(row);
                if (given == Given.ALL) {
                    byThreshold.put(
                            population.name(),
                            bits(answers, a -> a.getFirst().comparison().bits()));
                    dump(population, drawn, answers);
                }
            }
        }
        return new Table(
                Section.LIST,
                "UN list (" + people.size() + " people), people who are not on it",
                List.of("population", "given", "n", "weak", "possible", "strong"),
                rows,
                List.of(
                        "Share of people with a candidate in the band or above. A zero in n only"
                                + " says: less than about 3/n.",
                        "Birth dates are drawn evenly from 1945 to 2006."));
    }

    private List<Country> listCountries() {
        List<Country> countries =
                people.stream()
                        .flatMap(p -> p.particulars().nationalities().stream())
                        .distinct()
                        .sorted((a, b) -> a.code().compareTo(b.code()))
                        .toList();
        return countries.isEmpty() ? List.of(new Country("AF")) : countries;
    }

    private static Particulars query(Person person, Given given) {
        return query(
                person.name(), List.of(person.birthDate()), List.of(person.nationality()), given);
    }

    private static Particulars query(
            Name name, List<BirthDate> birthDates, List<Country> nationalities, Given given) {
        Particulars.Builder b = Particulars.builder().kind(EntityKind.PERSON).name(name);
        if (given != Given.NAME) {
            birthDates.forEach(b::birthDate);
        }
        if (given == Given.ALL) {
            nationalities.forEach(b::nationality);
        }
        return b.build();
    }

    private List<Candidate> ask(Particulars particulars, int limit) {
        return list.candidates(new Query(particulars, MemberSet.EVERYBODY, Band.WEAK, limit));
    }

    private static double[] bits(
            List<List<Candidate>> answers, ToDoubleFunction<List<Candidate>> ofAnswer) {
        return answers.stream()
                .mapToDouble(
                        a -> a.isEmpty() ? Double.NEGATIVE_INFINITY : ofAnswer.applyAsDouble(a))
                .toArray();
    }

    private void dump(Population population, List<Person> drawn, List<List<Candidate>> answers)
            throws IOException {
        for (int i = 0; i < drawn.size(); i++) {
            if (!answers.get(i).isEmpty()) {
                Candidate best = answers.get(i).getFirst();
                dump.write(
                        "list",
                        new LabelledPair(
                                query(drawn.get(i), Given.ALL),
                                best.identity().particulars(),
                                false,
                                population.name(),
                                true,
                                true),
                        best.comparison());
            }
        }
    }

    // People who are on it

    private Table listed(Map<String, double[]> byThreshold) throws IOException {
        List<Positive> asListed = ofac();
        Map<String, List<Positive>> sets = new LinkedHashMap<>();
        sets.put("OFAC→UN", asListed);
        sets.put("OFAC→UN hidden", hidden(asListed));
        sets.put("alias hidden", aliases());
        List<List<Cell>> rows = new ArrayList<>();
        for (Map.Entry<String, List<Positive>> set : sets.entrySet()) {
            for (Given given : Given.values()) {
                List<Positive> positives = set.getValue();
                List<Found> found = positives.parallelStream().map(p -> find(p, given)).toList();
                List<Cell> row = new ArrayList<>();
                row.add(new Cell.Words(set.getKey()));
                row.add(new Cell.Words(given.title));
                row.add(new Cell.Count(positives.size()));
                for (Band band : List.of(Band.WEAK, Band.POSSIBLE, Band.STRONG)) {
                    row.add(share(found, f -> f.band.atLeast(band)));
                }
                row.add(share(found, f -> f.rank == 1 && f.band.atLeast(Band.WEAK)));
                row.add(share(found, f -> f.rank >= 1 && f.rank <= 5 && f.band.atLeast(Band.WEAK)));
                rows.add(row);
                if (given == Given.ALL) {
                    byThreshold.put(
                            set.getKey(), found.stream().mapToDouble(Found::bits).toArray());
                    dumpPositives(set.getKey(), positives);
                }
            }
        }
        return new Table(
                Section.LIST,
                "UN list, people who are on it",
                List.of("written as", "given", "n", "weak", "possible", "strong", "first", "top 5"),
                rows,
                List.of(
                        "Share of people whose own record reaches the band; first, top 5: its rank"
                                + " among all records of the list, in any band.",
                        "hidden: names of the record spelled the same were taken away; records left"
                                + " without a name are not asked for. alias: good aliases of the UN"
                                + " list itself, with the record's own date and nationality."));
    }

    private static Cell share(List<Found> found, Predicate<Found> wanted) {
        return new Cell.Rate(
                found.isEmpty()
                        ? Double.NaN
                        : (double) found.stream().filter(wanted).count() / found.size());
    }

    private Found find(Positive positive, Given given) {
        Particulars query =
                query(positive.name, positive.birthDates, positive.nationalities, given);
        Comparison own = options.matcher().compare(query, record(positive), Occasion.CHECK);
        long better =
                ask(query, Integer.MAX_VALUE).stream()
                        .filter(c -> !c.identity().equals(positive.record))
                        .filter(c -> c.comparison().bits() > own.bits())
                        .count();
        return new Found(own.bits(), own.band(), (int) better + 1);
    }

    private static Particulars record(Positive positive) {
        return positive.hide
                ? AnalystPairs.without(positive.name, positive.record.particulars())
                : positive.record.particulars();
    }

    /// People of the US list that analysts found on the UN list.
    private List<Positive> ofac() throws IOException {
        Map<String, String> references = UnReferences.read(data.resolve(ListedPeople.UN));
        Map<String, Identity> byReference = new HashMap<>();
        people.forEach(p -> byReference.put(p.entity(), p));
        List<Positive> positives = new ArrayList<>();
        for (NamedCsvRecord row : CsvTable.read(data.resolve(AnalystPairs.FILE))) {
            String id = CsvTable.field(row, "r_id").replace("unsc-", "");
            Identity record = byReference.get(id);
            if (record == null) {
                record = byReference.get(references.getOrDefault(id, id));
            }
            if (record != null
                    && CsvTable.field(row, "label").equals("positive")
                    && CsvTable.field(row, "l_id").startsWith("ofac-")) {
                positives.add(
                        new Positive(
                                Name.of(CsvTable.field(row, "l_name")),
                                AnalystPairs.birthDates(CsvTable.field(row, "l_dob")),
                                AnalystPairs.countries(CsvTable.field(row, "l_nationality")),
                                record,
                                false));
            }
        }
        return positives;
    }

    private static List<Positive> hidden(List<Positive> positives) {
        return positives.stream()
                .map(p -> new Positive(p.name, p.birthDates, p.nationalities, p.record, true))
                .filter(p -> !record(p).names().isEmpty())
                .toList();
    }

    private List<Positive> aliases() {
        List<Positive> positives = new ArrayList<>();
        for (Identity person : people) {
            Particulars record = person.particulars();
            for (Name name : record.names()) {
                if (name.kind() == NameKind.ALIAS
                        && ScriptPairs.script(name.whole()).equals("LATIN")) {
                    positives.add(
                            new Positive(
                                    name,
                                    record.birthDates(),
                                    record.nationalities(),
                                    person,
                                    true));
                }
            }
        }
        return positives.stream().filter(p -> !record(p).names().isEmpty()).toList();
    }

    private void dumpPositives(String set, List<Positive> positives) throws IOException {
        for (Positive p : positives) {
            Particulars query = query(p.name, p.birthDates, p.nationalities, Given.ALL);
            Particulars record = record(p);
            dump.write(
                    "list",
                    new LabelledPair(query, record, true, set, true, true),
                    options.matcher().compare(query, record, Occasion.CHECK));
        }
    }

    // Both, by threshold

    private static Table thresholds(Map<String, double[]> byThreshold) {
        List<String> columns = new ArrayList<>(List.of("bits ≥"));
        columns.addAll(byThreshold.keySet());
        List<List<Cell>> rows = new ArrayList<>();
        for (int threshold : THRESHOLD_BITS) {
            List<Cell> row = new ArrayList<>();
            row.add(new Cell.Amount(threshold));
            byThreshold.forEach((set, bits) -> {
                double share =
                        bits.length == 0
                                ? Double.NaN
                                : (double) Arrays.stream(bits).filter(b -> b >= threshold).count()
                                        / bits.length;
                row.add(isPopulation(set) ? new Cell.Share(share) : new Cell.Rate(share));
            });
            rows.add(row);
        }
        return new Table(
                Section.LIST,
                "UN list by threshold; name, date and nationality given",
                columns,
                rows,
                List.of("Unrelated people below the band weak are not seen."));
    }

    private static boolean isPopulation(String set) {
        return Arrays.stream(Population.values()).anyMatch(p -> p.name().equals(set));
    }
}
