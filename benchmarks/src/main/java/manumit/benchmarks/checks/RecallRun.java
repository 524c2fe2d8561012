package manumit.benchmarks.checks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import manumit.benchmarks.crowd.Check;
import manumit.benchmarks.crowd.CheckOptions;
import manumit.benchmarks.crowd.CheckStream;
import manumit.benchmarks.crowd.Crowd;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Identity;
import manumit.matching.Occasion;
import manumit.matching.Query;
import manumit.matching.similarity.PartSimilarity;
import manumit.matching.v1.Prepared;
import manumit.matching.v1.Scoring;

/// Recall of an engine against the scoring method applied to records one by one, at band
/// `possible`.
///
/// Up to {@link #FULL} people, every query is compared with every record: what is claimed is
/// recall.
///
/// With more people that would take hours. Each query is then compared with
///
/// * the record it was made from,
/// * every record with the same birth date, day and month swapped, or the same day of the year
///   before or after,
/// * every record that shares two words of a name, written alike but for case and accents,
/// * {@link #SAMPLE} records drawn by lot, the same for all queries,
/// * every record that the engine returned.
///
/// What is claimed is the share found of those that reach the band among these. A record that
/// reaches it by two misspelt parts, or one misspelt part and a birth date unlike in another way,
/// is looked for only among those drawn by lot.
final class RecallRun {

    /// Most people with whom everything is compared.
    static final int FULL = 20_000;

    /// Records drawn by lot.
    static final int SAMPLE = 2_000;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    /// @param expected pairs that reach the band when compared
    /// @param found of these, returned by the engine
    /// @param targets queries made from a listed person
    /// @param targetsFound of these, how many answers hold that person
    record Recall(long expected, long found, long targets, long targetsFound) {
        double recall() {
            return expected == 0 ? Double.NaN : (double) found / expected;
        }

        /// Also counts against the engine whom the method itself puts below the band.
        double targetRecall() {
            return targets == 0 ? Double.NaN : (double) targetsFound / targets;
        }
    }

    private final Crowd crowd;
    private final int people;
    private final List<Check> checks;
    private final long seed;
    private final Scoring method;

    private RecallRun(Crowd crowd, int people, List<Check> checks, long seed, Scoring method) {
        this.method = method;
        this.crowd = crowd;
        this.people = people;
        this.checks = checks;
        this.seed = seed;
    }

    static RecallRun of(Crowd crowd, ChecksOptions options) {
        CheckOptions perturbed =
                CheckOptions.of(options.seed() + 2, options.people()).withTargetShare(1);
        List<Check> checks =
                CheckStream.of(crowd, perturbed).checks(0, options.recallChecks()).toList();
        return new RecallRun(crowd, options.people(), checks, options.seed(), options.method());
    }

    Recall recall(Engine engine) {
        List<Set<String>> answers =
                engine.candidates(checks.stream().map(Check::query).toList()).stream()
                        .map(RecallRun::references)
                        .toList();
        List<Prepared> queries =
                checks.stream().map(c -> Prepared.of(c.query().particulars())).toList();
        boolean isFull = people <= FULL;
        Neighbours neighbours = isFull ? Neighbours.NONE : Neighbours.of(checks, answers);
        Set<Integer> sample = isFull ? Set.of() : sample();
        LongAdder expected = new LongAdder();
        LongAdder found = new LongAdder();
        IntStream.range(0, people)
                .parallel()
                .forEach(number -> {
                    Identity identity = crowd.identity(number);
                    int[] near =
                            isFull || sample.contains(number)
                                    ? IntStream.range(0, checks.size()).toArray()
                                    : neighbours.of(identity);
                    if (near.length == 0) {
                        return;
                    }
                    Prepared record = Prepared.of(identity.particulars());
                    for (int query : near) {
                        if (method.findScore(
                                        queries.get(query),
                                        record,
                                        Occasion.CHECK,
                                        Band.POSSIBLE,
                                        PartSimilarity::between)
                                .isPresent()) {
                            expected.increment();
                            if (answers.get(query).contains(identity.entity())) {
                                found.increment();
                            }
                        }
                    }
                });
        long targets = IntStream.range(0, checks.size()).filter(this::hasTarget).count();
        long targetsFound =
                IntStream.range(0, checks.size())
                        .filter(i -> hasTarget(i) && answers.get(i).contains(target(i)))
                        .count();
        return new Recall(expected.sum(), found.sum(), targets, targetsFound);
    }

    private boolean hasTarget(int check) {
        return checks.get(check).target() != null;
    }

    private String target(int check) {
        return Objects.requireNonNull(checks.get(check).target());
    }

    private static Set<String> references(List<manumit.matching.Candidate> candidates) {
        Set<String> references = new HashSet<>();
        candidates.forEach(c -> references.add(c.identity().entity()));
        return references;
    }

    private Set<Integer> sample() {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Integer> sample = new HashSet<>();
        while (sample.size() < SAMPLE) {
            sample.add(random.nextInt(people));
        }
        return sample;
    }

    /// Which queries a record must be compared with. Knows nothing of how any engine searches.
    private static final class Neighbours {

        static final Neighbours NONE = new Neighbours(0);

        private final int queries;
        private final Map<BirthDate, List<Integer>> byDate = new HashMap<>();
        private final Map<String, List<Integer>> byWord = new HashMap<>();
        private final Map<String, List<Integer>> byReference = new HashMap<>();

        private Neighbours(int queries) {
            this.queries = queries;
        }

        static Neighbours of(List<Check> checks, List<Set<String>> answers) {
            Neighbours neighbours = new Neighbours(checks.size());
            for (int i = 0; i < checks.size(); i++) {
                Query query = checks.get(i).query();
                for (BirthDate date : query.particulars().birthDates()) {
                    if (date instanceof BirthDate.Day day) {
                        for (BirthDate near : near(day)) {
                            add(neighbours.byDate, near, i);
                        }
                    }
                }
                for (String word : words(query.particulars().names().getFirst().whole())) {
                    add(neighbours.byWord, word, i);
                }
                for (String reference : answers.get(i)) {
                    add(neighbours.byReference, reference, i);
                }
                String target = checks.get(i).target();
                if (target != null) {
                    add(neighbours.byReference, target, i);
                }
            }
            return neighbours;
        }

        private static Set<BirthDate> near(BirthDate.Day day) {
            Set<BirthDate> near = new HashSet<>();
            near.add(day);
            near.add(new BirthDate.Day(day.date().plusYears(1)));
            near.add(new BirthDate.Day(day.date().minusYears(1)));
            int month = day.date().getMonthValue();
            int dayOfMonth = day.date().getDayOfMonth();
            if (dayOfMonth <= 12) {
                near.add(BirthDate.of(day.date().getYear(), dayOfMonth, month));
            }
            return near;
        }

        private static <K> void add(Map<K, List<Integer>> map, K key, int query) {
            map.computeIfAbsent(key, _ -> new ArrayList<>()).add(query);
        }

        /// Numbers of queries, each once.
        int[] of(Identity identity) {
            Set<Integer> near =
                    new HashSet<>(byReference.getOrDefault(identity.entity(), List.of()));
            for (BirthDate date : identity.particulars().birthDates()) {
                near.addAll(byDate.getOrDefault(date, List.of()));
            }
            byte[] shared = new byte[queries];
            identity.particulars().names().stream()
                    .flatMap(name -> words(name.whole()).stream())
                    .distinct()
                    .forEach(word -> {
                        for (int query : byWord.getOrDefault(word, List.of())) {
                            if (++shared[query] == 2) {
                                near.add(query);
                            }
                        }
                    });
            return near.stream().mapToInt(i -> i).toArray();
        }

        private static Set<String> words(String name) {
            String folded =
                    MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                            .replaceAll("")
                            .toLowerCase(Locale.ROOT);
            Set<String> words = new HashSet<>();
            Stream.of(NOT_LETTERS.split(folded)).filter(w -> w.length() > 1).forEach(words::add);
            return words;
        }
    }
}
