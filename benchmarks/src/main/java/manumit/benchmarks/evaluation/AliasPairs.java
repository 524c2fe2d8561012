package manumit.benchmarks.evaluation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;

/// Single names against single names, from `names/ofac_alias_pairs.csv`: each alias of a person
/// against that person's main name, and, hard to tell apart from it, against main names of others.
///
/// The negatives of an alias, at most one of each kind:
/// - `share`: somebody whose main name shares a token with it (three letters or more, found in at
///   most {@link #COMMON_TOKEN} main names);
/// - `near`: the most alike by Jaro-Winkler among {@link #NEAR_SAMPLE} others drawn by lot;
/// - `random`: anybody else.
///
/// The people are split in two by a hash of the entity number, 60 % for development and 40 % for
/// the test, and negatives stay inside their half. Others whose main name has the very same tokens
/// are never taken: no method that sees only names can tell them apart, and several are the same
/// person listed twice.
final class AliasPairs {

    static final String FILE = "names/ofac_alias_pairs.csv";
    private static final int NEAR_SAMPLE = 300;
    private static final int COMMON_TOKEN = 100;

    private AliasPairs() {}

    private record Person(String id, String mainName, List<String> aliases) {}

    static List<LabelledPair> read(Path data, long seed) throws IOException {
        Map<String, Person> people = new TreeMap<>();
        for (NamedCsvRecord row : CsvTable.read(data.resolve(FILE))) {
            String alias = CsvTable.field(row, "alias");
            String name = CsvTable.field(row, "name");
            if (CsvTable.field(row, "type").equals("Individual")
                    && !alias.isEmpty()
                    && !name.isEmpty()) {
                Person person =
                        people.computeIfAbsent(
                                CsvTable.field(row, "ent_num"),
                                id -> new Person(id, name, new ArrayList<>()));
                if (!person.aliases.contains(alias)) {
                    person.aliases.add(alias);
                }
            }
        }
        List<Person> development = new ArrayList<>();
        List<Person> test = new ArrayList<>();
        for (Person person : people.values()) {
            (isDevelopment(person.id) ? development : test).add(person);
        }
        List<LabelledPair> pairs = new ArrayList<>();
        pairs.addAll(new Half(development, true, seed).pairs());
        pairs.addAll(new Half(test, false, seed).pairs());
        return pairs;
    }

    /// Which half an entity is in; the same in every run and for every seed.
    static boolean isDevelopment(String entityNumber) {
        return Math.floorMod(Draw.hash(0, entityNumber), 10) < 6;
    }

    /// One half of the people.
    private static final class Half {
        private final List<Person> people;
        private final boolean development;
        private final long seed;
        private final Map<String, List<Person>> byToken = new HashMap<>();

        Half(List<Person> people, boolean development, long seed) {
            this.people = people;
            this.development = development;
            this.seed = seed;
            for (Person person : people) {
                for (String token : Set.copyOf(PlainName.of(person.mainName).tokens())) {
                    if (token.length() >= 3) {
                        byToken.computeIfAbsent(token, t -> new ArrayList<>()).add(person);
                    }
                }
            }
        }

        List<LabelledPair> pairs() {
            return people.parallelStream().flatMap(person -> pairs(person).stream()).toList();
        }

        private List<LabelledPair> pairs(Person person) {
            List<LabelledPair> pairs = new ArrayList<>();
            for (String alias : person.aliases) {
                SplittableRandom random = Draw.random(seed, person.id + "|" + alias);
                pairs.add(pair(alias, person.mainName, true, "alias"));
                Map<String, Person> negatives = new LinkedHashMap<>();
                addSharing(person, alias, random, negatives);
                addNear(person, alias, random, negatives);
                addRandom(person, alias, random, negatives);
                negatives.forEach(
                        (kind, other) -> pairs.add(pair(alias, other.mainName, false, kind)));
            }
            return pairs;
        }

        private LabelledPair pair(String alias, String mainName, boolean same, String kind) {
            return new LabelledPair(
                    person(NameKind.ALIAS, alias),
                    person(NameKind.PRIMARY, mainName),
                    same,
                    kind,
                    PlainName.reachable(PlainName.of(alias), PlainName.of(mainName)),
                    development);
        }

        private void addSharing(
                Person person, String alias, SplittableRandom random, Map<String, Person> to) {
            Set<Person> others = new HashSet<>();
            List<Person> ordered = new ArrayList<>();
            for (String token :
                    Set.copyOf(PlainName.of(alias).tokens()).stream().sorted().toList()) {
                List<Person> holders = byToken.getOrDefault(token, List.of());
                if (holders.size() <= COMMON_TOKEN) {
                    for (Person holder : holders) {
                        if (isOther(person, alias, holder) && others.add(holder)) {
                            ordered.add(holder);
                        }
                    }
                }
            }
            if (!ordered.isEmpty()) {
                to.put("share", Draw.any(ordered, random));
            }
        }

        private void addNear(
                Person person, String alias, SplittableRandom random, Map<String, Person> to) {
            String text = PlainName.of(alias).text();
            double best = -1;
            for (int i = 0; i < NEAR_SAMPLE; i++) {
                Person other = Draw.any(people, random);
                if (isOther(person, alias, other)) {
                    double similarity =
                            PlainName.jaroWinkler(text, PlainName.of(other.mainName).text());
                    if (similarity > best) {
                        best = similarity;
                        to.put("near", other);
                    }
                }
            }
        }

        private void addRandom(
                Person person, String alias, SplittableRandom random, Map<String, Person> to) {
            for (int i = 0; i < 20; i++) {
                Person other = Draw.any(people, random);
                if (isOther(person, alias, other)) {
                    to.put("random", other);
                    return;
                }
            }
        }

        private static boolean isOther(Person person, String alias, Person other) {
            String otherTokens = PlainName.of(other.mainName).sortedText();
            return !person.id.equals(other.id)
                    && !otherTokens.equals(PlainName.of(alias).sortedText())
                    && !otherTokens.equals(PlainName.of(person.mainName).sortedText());
        }
    }

    static Particulars person(NameKind kind, String name) {
        return Particulars.builder().kind(EntityKind.PERSON).name(Name.of(kind, name)).build();
    }
}
