package manumit.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Candidate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Occasion;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.TravelDocument;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.Prepared;
import manumit.matching.v1.Scoring;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class IndexedWatchlistTest {

    private static final Scoring METHOD = MethodV1.SCORING;

    @ParameterizedTest
    @Seeds(8)
    void theIndexFindsExactlyWhatExhaustiveComparisonFinds(Seed seed) {
        Invented invented = new Invented(seed.random());
        List<Identity> identities = invented.identities(300);
        IndexedWatchlist list = IndexedWatchlist.of(identities);
        List<SegmentBuilder.Entry> oracle = entries(identities);

        for (int i = 0; i < 60; i++) {
            Particulars asked = invented.perturbed(identities.get(i * 4).particulars());
            Query query = new Query(asked, MemberSet.EVERYBODY, Band.WEAK, 1000);

            assertThat(answer(list.candidates(query)))
                    .as("seed %s, query %d", seed, i)
                    .isEqualTo(answer(exhaustive(oracle, query)));
        }
    }

    @ParameterizedTest
    @Seeds(4)
    void changesLeaveTheListAsIfItHadBeenBuiltSo(Seed seed) {
        Random random = seed.random();
        Invented invented = new Invented(random);
        List<Identity> identities = new ArrayList<>(invented.identities(120));
        IndexedWatchlist changed = IndexedWatchlist.of(identities.subList(0, 60));
        List<Identity> model = new ArrayList<>(identities.subList(0, 60));
        for (int i = 60; i < 120; i++) {
            changed.put(identities.get(i));
            model.add(identities.get(i));
            int gone = random.nextInt(model.size());
            Identity removed = model.remove(gone);
            assertThat(changed.remove(removed.list(), removed.entity())).isTrue();
            assertThat(changed.remove(removed.list(), removed.entity())).isFalse();
            int other = random.nextInt(model.size());
            Identity replaced =
                    Identity.of(
                            "test",
                            model.get(other).entity(),
                            invented.perturbed(model.get(other).particulars()));
            model.set(other, replaced);
            changed.put(replaced);
        }

        assertThat(changed.size()).isEqualTo(model.size());
        List<SegmentBuilder.Entry> oracle = entries(model);
        for (Identity identity : identities) {
            Query query = new Query(identity.particulars(), MemberSet.EVERYBODY, Band.WEAK, 1000);
            assertThat(answer(changed.candidates(query)))
                    .as("seed %s", seed)
                    .isEqualTo(answer(exhaustive(oracle, query)));
        }
    }

    @ParameterizedTest
    @Seeds(4)
    void whatAMemberMayNotSeeHasNoInfluenceOnItsAnswers(Seed seed) {
        Random random = seed.random();
        Invented invented = new Invented(random);
        List<Identity> all = new ArrayList<>();
        List<Identity> visible = new ArrayList<>();
        int member = random.nextInt(MemberSet.CAPACITY);
        for (Identity identity : invented.identities(200)) {
            boolean isHidden = random.nextBoolean();
            MemberSet seenBy = isHidden ? MemberSet.EVERYBODY.without(member) : MemberSet.EVERYBODY;
            Identity masked =
                    new Identity(
                            identity.list(), identity.entity(), identity.particulars(), seenBy);
            all.add(masked);
            if (!isHidden) {
                visible.add(masked);
            }
        }
        IndexedWatchlist whole = IndexedWatchlist.of(all);
        IndexedWatchlist without = IndexedWatchlist.of(visible);

        for (Identity identity : all) {
            for (int limit : new int[] {1, 3, 1000}) {
                Query query =
                        new Query(identity.particulars(), MemberSet.of(member), Band.WEAK, limit);
                assertThat(answer(whole.candidates(query)))
                        .as("seed %s", seed)
                        .isEqualTo(answer(without.candidates(query)));
            }
        }
    }

    @Test
    void aDocumentIsFoundWhateverTheName() {
        TravelDocument stolen =
                new TravelDocument(DocumentType.PASSPORT, "XK4430170", new Country("FR"));
        IndexedWatchlist list =
                IndexedWatchlist.of(
                        List.of(
                                Identity.of(
                                        "test",
                                        "1",
                                        Particulars.builder()
                                                .name("Odette Lanvenec")
                                                .document(stolen)
                                                .build())));
        Particulars bearer =
                Particulars.builder()
                        .name("Tomasz Wielgorz")
                        .document(
                                new TravelDocument(
                                        DocumentType.PASSPORT, "XK443O170", new Country("FR")))
                        .build();

        List<Candidate> found =
                list.candidates(new Query(bearer, MemberSet.EVERYBODY, Band.WEAK, 5));

        assertThat(found).hasSize(1);
    }

    @Test
    void aQuestionSeesAReplacementWholeOrNotAtAll() throws Exception {
        Particulars one = person("Davit Orbelashvili", 1971);
        Particulars two = person("Davit Orbelashvili", 1990);
        IndexedWatchlist list = IndexedWatchlist.of(List.of(Identity.of("test", "1", one)));
        Query query = Query.of(Particulars.builder().name("Davit Orbelashvili").build());
        AtomicBoolean isOver = new AtomicBoolean();
        Callable<Integer> reader =
                () -> {
                    int asked = 0;
                    while (!isOver.get()) {
                        assertThat(list.candidates(query)).hasSize(1);
                        asked++;
                    }
                    return asked;
                };
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> readers =
                    List.of(threads.submit(reader), threads.submit(reader), threads.submit(reader));
            for (int i = 0; i < 1_500; i++) {
                list.put(Identity.of("test", "1", i % 2 == 0 ? two : one));
            }
            isOver.set(true);
            for (Future<Integer> r : readers) {
                assertThat(r.get()).isPositive();
            }
        }
        assertThat(list.size()).isEqualTo(1);
    }

    @Test
    void changesByManyThreadsAreSeenInOneOrder() throws Exception {
        int keys = 3;
        int versions = 240;
        IndexedWatchlist list = IndexedWatchlist.of(List.of());
        // Bystanders, so that segments are merged while the keys change.
        list.putAll(new Invented(new Random(1)).identities(60));
        AtomicIntegerArray begun = new AtomicIntegerArray(keys);
        AtomicIntegerArray ended = new AtomicIntegerArray(keys);
        try (ExecutorService threads = Executors.newFixedThreadPool(2 * keys)) {
            List<Future<?>> all = new ArrayList<>();
            for (int k = 0; k < keys; k++) {
                int key = k;
                all.add(
                        threads.submit(() -> {
                            for (int v = 1; v <= versions; v++) {
                                begun.set(key, v);
                                if (isRemoval(v)) {
                                    list.remove("test", "key" + key);
                                } else {
                                    list.put(version(key, v));
                                }
                                ended.set(key, v);
                            }
                        }));
                all.add(
                        threads.submit(() -> {
                            int last = 0;
                            while (ended.get(key) < versions) {
                                int from = Math.max(last, ended.get(key));
                                int seen = seenVersion(list, key);
                                int to = begun.get(key);
                                if (seen == 0) {
                                    // Absent: before the first, or after a removal.
                                    assertThat(from == 0 || hasRemoval(from, to))
                                            .as("absent between %d and %d", from, to)
                                            .isTrue();
                                } else {
                                    assertThat(seen).isBetween(from, to);
                                    last = seen;
                                }
                            }
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        for (int key = 0; key < keys; key++) {
            assertThat(seenVersion(list, key)).isEqualTo(isRemoval(versions) ? 0 : versions);
        }
    }

    private static final List<String> KEY_NAMES =
            List.of("Tamuna Orbelashvili", "Ifeoma Nwachukwu", "Henrik Lindqvist");

    private static boolean isRemoval(int version) {
        return version % 5 == 0;
    }

    private static boolean hasRemoval(int from, int to) {
        return to / 5 > (from - 1) / 5;
    }

    /// The version stands in the year of birth.
    private static Identity version(int key, int version) {
        return Identity.of("test", "key" + key, person(KEY_NAMES.get(key), 1800 + version));
    }

    /// @return 0 if the key is absent
    private static int seenVersion(IndexedWatchlist list, int key) {
        Particulars asked = Particulars.builder().name(KEY_NAMES.get(key)).build();
        List<Candidate> seen =
                list.candidates(Query.of(asked)).stream()
                        .filter(candidate -> candidate.identity().entity().equals("key" + key))
                        .toList();
        assertThat(seen).hasSizeLessThanOrEqualTo(1);
        return seen.isEmpty()
                ? 0
                : seen.getFirst().identity().particulars().birthDates().getFirst().earliestYear()
                        - 1800;
    }

    private static Particulars person(String name, int year) {
        return Particulars.builder().name(name).birthDate(BirthDate.of(year, 4, 5)).build();
    }

    /// Every record compared: the oracle.
    private static List<Candidate> exhaustive(List<SegmentBuilder.Entry> entries, Query query) {
        Prepared asked = Prepared.of(query.particulars());
        return entries.stream()
                .filter(entry -> entry.identity().visibleTo().intersects(query.viewer()))
                .map(entry ->
                        new Candidate(
                                entry.identity(),
                                METHOD.compare(asked, entry.prepared(), Occasion.CHECK)))
                .filter(c -> c.comparison().band().atLeast(query.minBand()))
                .sorted(Candidate.RANKING)
                .limit(query.limit())
                .toList();
    }

    private static List<SegmentBuilder.Entry> entries(List<Identity> identities) {
        return identities.stream().map(SegmentBuilder.Entry::of).toList();
    }

    private static List<String> answer(List<Candidate> candidates) {
        return candidates.stream()
                .map(c ->
                        c.identity().entity()
                                + " "
                                + c.comparison().bits()
                                + " "
                                + c.comparison().band()
                                + " "
                                + c.comparison().evidence())
                .toList();
    }
}
