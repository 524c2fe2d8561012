package manumit.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Comparison;
import manumit.matching.Identity;
import manumit.matching.ListScale;
import manumit.matching.Matcher;
import manumit.matching.MemberSet;
import manumit.matching.Occasion;
import manumit.matching.Particulars;
import manumit.matching.RecentChecks;
import manumit.matching.RecentChecks.RecentCheck;
import manumit.matching.RecentChecks.RetroCandidate;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class BlocksOfChecksTest {

    private static final int MEMBERS = 5;

    private static final Comparator<RetroCandidate> ORDER =
            Comparator.comparingDouble(RetroCandidate::bits)
                    .reversed()
                    .thenComparing(c -> Long.toString(c.number()));

    @ParameterizedTest
    @Seeds(6)
    void aRecordFindsExactlyTheChecksThatWouldHaveFoundItInAShortList(Seed seed) {
        aRecordFindsExactlyTheChecksThatWouldHaveFoundIt(seed, ListScale.SHORT);
    }

    @ParameterizedTest
    @Seeds(6)
    void aRecordFindsExactlyTheChecksThatWouldHaveFoundItInALongList(Seed seed) {
        aRecordFindsExactlyTheChecksThatWouldHaveFoundIt(seed, ListScale.LONG);
    }

    private static void aRecordFindsExactlyTheChecksThatWouldHaveFoundIt(
            Seed seed, ListScale scale) {
        Invented invented = new Invented(seed.random());
        List<Identity> people = invented.identities(150);
        List<RecentCheck> made =
                IntStream.range(0, 300)
                        .mapToObj(i ->
                                new RecentCheck(
                                        i,
                                        i % MEMBERS,
                                        invented.perturbed(people.get(i / 2).particulars())))
                        .toList();
        RecentChecks recent = BlocksOfChecks.keeping(100_000, 16, scale, Runnable::run);
        for (int i = 0; i < made.size(); i += 10) {
            recent.addAll(made.subList(i, i + 10));
        }

        assertThat(recent.size()).isEqualTo(made.size());
        MemberSet checkers = MemberSet.EVERYBODY.without(seed.random().nextInt(MEMBERS));
        for (Identity record : people.subList(0, 50)) {
            Particulars particulars = record.particulars();
            assertThat(recent.matching(particulars, checkers, Band.WEAK, 1_000))
                    .as("%s", seed)
                    .isEqualTo(exhaustive(made, particulars, checkers, Matcher.of(scale)));
        }
    }

    @Test
    void whatIsFoundDoesNotDependOnWhetherBlocksAreCompactedOrMerged() {
        Deque<Runnable> later = new ArrayDeque<>();
        RecentChecks recent = BlocksOfChecks.keeping(1_000, 4, ListScale.LONG, later::add);
        Particulars person =
                Particulars.builder()
                        .name("Tamuna Orbelashvili")
                        .birthDate(BirthDate.of(1988, 3, 9))
                        .build();
        for (int i = 0; i < 70; i++) {
            recent.addAll(List.of(new RecentCheck(i, 0, person)));
        }
        List<RetroCandidate> before =
                recent.matching(person, MemberSet.EVERYBODY, Band.POSSIBLE, 100);

        assertThat(before).hasSize(70);
        assertThat(later).hasSize(17);
        while (!later.isEmpty()) {
            later.remove().run();
            assertThat(recent.matching(person, MemberSet.EVERYBODY, Band.POSSIBLE, 100))
                    .isEqualTo(before);
        }
        assertThat(recent).hasToString("BlocksOfChecks[64 + 4 + 2 filling]");
    }

    @Test
    void theOldestChecksGoFirstAlsoWhereBlocksWereMerged() {
        RecentChecks recent = BlocksOfChecks.keeping(48, 2, ListScale.LONG, Runnable::run);
        Particulars person = Particulars.builder().name("Tamuna Orbelashvili").build();
        for (int i = 0; i < 201; i++) {
            recent.addAll(List.of(new RecentCheck(i, 0, person)));
            assertThat(recent.size()).isBetween(Math.min(i + 1, 48), 48 + 8 + 1);
        }

        List<Long> kept =
                recent.matching(person, MemberSet.EVERYBODY, Band.WEAK, 100).stream()
                        .map(RetroCandidate::number)
                        .sorted()
                        .toList();
        assertThat(kept).isEqualTo(LongStream.rangeClosed(201 - kept.size(), 200).boxed().toList());
    }

    @Test
    void aMergeOfBlocksThatWereLetGoMeanwhileChangesNothing() {
        Deque<Runnable> later = new ArrayDeque<>();
        RecentChecks recent = BlocksOfChecks.keeping(64, 2, ListScale.LONG, later::add);
        Particulars person = Particulars.builder().name("Tamuna Orbelashvili").build();
        for (int i = 0; i < 200; i++) {
            recent.addAll(List.of(new RecentCheck(i, 0, person)));
        }
        List<RetroCandidate> before = recent.matching(person, MemberSet.EVERYBODY, Band.WEAK, 100);

        later.forEach(Runnable::run);

        assertThat(before).hasSize(64);
        assertThat(recent.matching(person, MemberSet.EVERYBODY, Band.WEAK, 100)).isEqualTo(before);
    }

    @Test
    void theOldestChecksGoFirst() {
        RecentChecks recent = BlocksOfChecks.keeping(10, 4, ListScale.LONG, Runnable::run);
        Particulars person = Particulars.builder().name("Tamuna Orbelashvili").build();
        for (int i = 0; i < 30; i++) {
            recent.addAll(List.of(new RecentCheck(i, 0, person)));
        }

        List<Long> kept =
                recent.matching(person, MemberSet.EVERYBODY, Band.WEAK, 100).stream()
                        .map(RetroCandidate::number)
                        .sorted()
                        .toList();
        assertThat(kept.size()).isBetween(10, 14);
        assertThat(kept.getLast()).isEqualTo(29);
        assertThat(kept.getFirst()).isEqualTo(30 - kept.size());
    }

    @Test
    void aCheckIsFoundByEveryQuestionAfterItWasAdded() throws Exception {
        RecentChecks recent = BlocksOfChecks.keeping(100_000, 16, ListScale.LONG, Runnable::run);
        Particulars person = Particulars.builder().name("Tamuna Orbelashvili").build();
        AtomicLong number = new AtomicLong();
        AtomicInteger added = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < 2; t++) {
                all.add(
                        threads.submit(() -> {
                            for (int i = 0; i < 60; i++) {
                                recent.addAll(
                                        List.of(
                                                new RecentCheck(
                                                        number.getAndIncrement(), 0, person)));
                                added.incrementAndGet();
                            }
                        }));
            }
            all.add(
                    threads.submit(() -> {
                        while (added.get() < 120) {
                            int atLeast = added.get();
                            assertThat(
                                            recent.matching(
                                                    person, MemberSet.EVERYBODY, Band.WEAK, 1_000))
                                    .hasSizeGreaterThanOrEqualTo(atLeast);
                        }
                    }));
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private static List<RetroCandidate> exhaustive(
            List<RecentCheck> made, Particulars record, MemberSet checkers, Matcher method) {
        return made.stream()
                .filter(check -> checkers.intersects(MemberSet.of(check.member())))
                .map(check -> {
                    Comparison comparison =
                            method.compare(check.particulars(), record, Occasion.CHECK);
                    return new RetroCandidate(check.number(), comparison.bits(), comparison.band());
                })
                .filter(candidate -> candidate.band().atLeast(Band.WEAK))
                .sorted(ORDER)
                .toList();
    }
}
