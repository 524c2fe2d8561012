package manumit.benchmarks.checks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import manumit.benchmarks.crowd.CheckOptions;
import manumit.benchmarks.crowd.CheckStream;
import manumit.benchmarks.crowd.Crowd;
import manumit.matching.Band;
import manumit.matching.Identity;
import manumit.matching.ListScale;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.RecentChecks;
import manumit.matching.RecentChecks.RecentCheck;

/// Measures how long it takes to ask recent checks backwards, with records that are new.
public final class BackwardsBenchmark {

    private static final int BATCH = 8_192;
    private static final int MEMBERS = 116;

    /// People listed of whom some checks are.
    private static final int PEOPLE = 1_000_000;

    private BackwardsBenchmark() {}

    /// @param checks that are kept
    /// @param records asked about, one at a time: half of them people who were checked
    /// @param scale of the list that the checks were made against
    /// @param progress is told what is being done
    public static List<Figure> run(
            int checks, int records, ListScale scale, long seed, Consumer<String> progress) {
        if (checks < 1 || records < 1) {
            throw new IllegalArgumentException("checks, records: at least 1");
        }
        Crowd crowd = Crowd.of(seed);
        CheckStream stream = CheckStream.of(crowd, CheckOptions.of(seed, PEOPLE));
        progress.accept("making checks");
        long heapBefore = heapBytes();
        long begun = System.nanoTime();
        RecentChecks recent = filled(checks, scale, stream);
        double fillSeconds = ChecksBenchmark.since(begun);
        double bytesEach = (double) (heapBytes() - heapBefore) / recent.size();
        progress.accept("asking backwards");
        List<Particulars> asked = asked(crowd, stream, checks, records);
        long found = 0;
        long[] nanos = new long[records];
        for (int i = 0; i < records; i++) {
            long from = System.nanoTime();
            found +=
                    recent.matching(
                                    asked.get(i),
                                    MemberSet.EVERYBODY,
                                    Band.POSSIBLE,
                                    Integer.MAX_VALUE)
                            .size();
            nanos[i] = System.nanoTime() - from;
        }
        Arrays.sort(nanos);
        return List.of(
                new Figure("recent_checks", recent.size(), 0),
                new Figure("fill_seconds", fillSeconds, 1),
                new Figure("bytes_each", bytesEach, 0),
                new Figure("records_asked", records, 0),
                new Figure("p50_ms", nanos[records / 2] / 1e6, 1),
                new Figure("p99_ms", nanos[(int) (records * .99)] / 1e6, 1),
                new Figure("retro_candidates_per_record", (double) found / records, 2));
    }

    private static RecentChecks filled(int checks, ListScale scale, CheckStream stream) {
        // Closed at the end, when all blocks are written anew.
        try (ExecutorService compaction = Executors.newSingleThreadExecutor()) {
            RecentChecks recent = RecentChecks.keeping(checks, scale, compaction);
            AtomicLong number = new AtomicLong();
            for (int done = 0; done < checks; done += BATCH) {
                recent.addAll(
                        stream.checks(done, Math.min(BATCH, checks - done))
                                .map(check -> {
                                    long next = number.getAndIncrement();
                                    return new RecentCheck(
                                            next,
                                            (int) (next % MEMBERS),
                                            check.query().particulars());
                                })
                                .toList());
            }
            compaction.shutdown();
            if (!compaction.awaitTermination(1, TimeUnit.HOURS)) {
                throw new IllegalStateException("blocks were not written anew within an hour");
            }
            return recent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while filling", e);
        }
    }

    /// People nobody checked, and people somebody did, by turns.
    private static List<Particulars> asked(
            Crowd crowd, CheckStream stream, int checks, int records) {
        List<Particulars> unchecked =
                crowd.identities(PEOPLE, PEOPLE + records).map(Identity::particulars).toList();
        List<Particulars> asked = new ArrayList<>(records);
        for (int i = 0; i < records; i++) {
            long some = (long) i * checks / records;
            asked.add(
                    i % 2 == 0
                            ? unchecked.get(i)
                            : stream.checks(some, 1)
                                    .map(check -> check.query().particulars())
                                    .findFirst()
                                    .orElseThrow());
        }
        return asked;
    }

    private static long heapBytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
