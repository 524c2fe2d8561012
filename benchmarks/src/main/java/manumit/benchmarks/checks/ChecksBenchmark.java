package manumit.benchmarks.checks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import manumit.benchmarks.crowd.Check;
import manumit.benchmarks.crowd.CheckOptions;
import manumit.benchmarks.crowd.CheckStream;
import manumit.benchmarks.crowd.Crowd;
import manumit.matching.Candidate;
import manumit.matching.Query;

/// Measures checks of travellers against a list of invented people: speed, memory, recall, and how
/// many times faster than Lucene and than comparing with every record.
///
/// Queries are made before the clock starts, in blocks. Every kind of run is warmed up first.
/// Throughput is that of all threads together; percentiles are of single checks on one thread. What
/// recall claims is said in {@link RecallRun}.
public final class ChecksBenchmark {

    private static final int BLOCK = 50_000;
    private static final int BATCH = 256;
    private static final int MOST_SINGLE = 100_000;
    private static final double WARM_UP_SECONDS = 8;
    private static final double MOST_SECONDS = 60;
    private static final long WARM_UP_SEED = 7_777;

    private final ChecksOptions options;
    private final Engine.Maker maker;
    private final Consumer<String> progress;
    private final Crowd crowd;
    private final CheckOptions headline;

    private ChecksBenchmark(ChecksOptions options, Engine.Maker maker, Consumer<String> progress) {
        this.options = options;
        this.maker = maker;
        this.progress = progress;
        this.crowd = Crowd.of(options.seed());
        this.headline = CheckOptions.of(options.seed(), options.people());
    }

    /// Builds, asks, compares; minutes for a million.
    ///
    /// @param progress is told what is being done
    public static List<Figure> run(
            ChecksOptions options, Engine.Maker maker, Consumer<String> progress) {
        return new ChecksBenchmark(options, maker, progress).run();
    }

    /// @param checks asked
    /// @param seconds while they were answered
    /// @param candidates in all answers together
    private record Throughput(long checks, double seconds, long candidates) {
        double perSecond() {
            return checks / seconds;
        }
    }

    private List<Figure> run() {
        progress.accept("building the list");
        long begun = System.nanoTime();
        try (Engine engine = maker.build(crowd.identities(0, options.people()));
                ExecutorService threads = Executors.newFixedThreadPool(options.threads())) {
            double buildSeconds = since(begun);
            progress.accept("checking");
            Throughput dated = throughput(engine, headline, options.checks(), threads);
            int fewer = Math.max(1, options.checks() / 10);
            progress.accept("checking without birth date");
            Throughput undated = throughput(engine, headline.withDatedShare(0), fewer, threads);
            progress.accept("checking with sex and nationality");
            Throughput border = throughput(engine, headline.withBorder(true), fewer, threads);
            progress.accept("checking one by one");
            long[] nanos = single(engine, Math.min(MOST_SINGLE, options.checks()));
            double heapMegabytes = heapMegabytes();
            progress.accept("measuring recall");
            RecallRun.Recall recall = RecallRun.of(crowd, options).recall(engine);
            Baselines.Rates baselines = baselines(threads);
            return List.of(
                    new Figure("people", options.people(), 0),
                    new Figure("checks", dated.checks, 0),
                    new Figure("seconds", dated.seconds, 2),
                    new Figure("checks_per_second", dated.perSecond(), 0),
                    new Figure("undated_checks_per_second", undated.perSecond(), 0),
                    new Figure("border_checks_per_second", border.perSecond(), 0),
                    new Figure("p50_us", nanos[nanos.length / 2] / 1e3, 1),
                    new Figure("p99_us", nanos[(int) (nanos.length * .99)] / 1e3, 1),
                    new Figure("heap_mb", heapMegabytes, 0),
                    new Figure("build_seconds", buildSeconds, 2),
                    new Figure("open_seconds", engine.openSeconds().orElse(Double.NaN), 3),
                    new Figure("candidates_per_check", (double) dated.candidates / dated.checks, 3),
                    new Figure("recall", recall.recall(), 4),
                    new Figure("recall_pairs", recall.expected(), 0),
                    new Figure("target_recall", recall.targetRecall(), 4),
                    new Figure("lucene_checks_per_second", baselines.lucenePerSecond(), 1),
                    new Figure("lucene_target_recall", baselines.luceneTargetRecall(), 4),
                    new Figure(
                            "ratio_to_lucene", dated.perSecond() / baselines.lucenePerSecond(), 1),
                    new Figure(
                            "ratio_to_exhaustive",
                            dated.perSecond() / baselines.exhaustivePerSecond(),
                            1));
        }
    }

    private Throughput throughput(
            Engine engine, CheckOptions kind, int count, ExecutorService threads) {
        warmUp(engine, kind, count, threads);
        CheckStream stream = CheckStream.of(crowd, kind);
        double seconds = 0;
        long candidates = 0;
        int done = 0;
        // The headline run is never cut short; the others are, for an engine that is slow.
        while (done < count && (count == options.checks() || seconds < MOST_SECONDS)) {
            int size = Math.min(BLOCK, count - done);
            List<Query> queries = queries(stream, done, size);
            long begun = System.nanoTime();
            candidates += ask(engine, queries, threads);
            seconds += since(begun);
            done += size;
        }
        return new Throughput(done, seconds, candidates);
    }

    private void warmUp(Engine engine, CheckOptions kind, int count, ExecutorService threads) {
        CheckStream stream = CheckStream.of(crowd, kind.withSeed(kind.seed() + WARM_UP_SEED));
        long begun = System.nanoTime();
        int size = Math.min(count, 5_000);
        for (int i = 0; i < 20 && since(begun) < WARM_UP_SECONDS && i * size < count; i++) {
            ask(engine, queries(stream, (long) i * size, size), threads);
        }
    }

    private static List<Query> queries(CheckStream stream, long first, int count) {
        return stream.checks(first, count).parallel().map(Check::query).toList();
    }

    /// @return number of candidates
    private static long ask(Engine engine, List<Query> queries, ExecutorService threads) {
        List<List<Query>> batches = new ArrayList<>();
        for (int from = 0; from < queries.size(); from += BATCH) {
            batches.add(queries.subList(from, Math.min(queries.size(), from + BATCH)));
        }
        return each(
                threads,
                batches,
                batch -> {
                    long candidates = 0;
                    for (List<Candidate> answer : engine.candidates(batch)) {
                        candidates += answer.size();
                    }
                    return candidates;
                });
    }

    /// Does the work on each item, in the threads.
    ///
    /// @return sum of the results
    static <T> long each(ExecutorService threads, List<T> items, ToLongFunction<T> work) {
        List<Callable<Long>> tasks = new ArrayList<>(items.size());
        items.forEach(item -> tasks.add(() -> work.applyAsLong(item)));
        long sum = 0;
        try {
            for (Future<Long> one : threads.invokeAll(tasks)) {
                sum += one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check failed", e.getCause());
        }
        return sum;
    }

    /// Nanoseconds of single checks, ascending.
    private long[] single(Engine engine, int count) {
        CheckStream stream = CheckStream.of(crowd, headline.withSeed(headline.seed() + 1));
        List<Query> queries = queries(stream, 0, count);
        long[] nanos = new long[count];
        long begun = System.nanoTime();
        int done = 0;
        for (; done < count && (done < 100 || since(begun) < MOST_SECONDS); done++) {
            long from = System.nanoTime();
            Objects.requireNonNull(engine.candidates(queries.get(done)));
            nanos[done] = System.nanoTime() - from;
        }
        long[] measured = Arrays.copyOf(nanos, done);
        Arrays.sort(measured);
        return measured;
    }

    private Baselines.Rates baselines(ExecutorService threads) {
        if (options.baselineSeconds() == 0) {
            return Baselines.Rates.NONE;
        }
        progress.accept("comparing with every record");
        double exhaustive = Baselines.exhaustivePerSecond(crowd, options);
        progress.accept("building and asking Lucene");
        return Baselines.lucene(crowd, options, threads, exhaustive);
    }

    /// Used after collection; queries are gone by then.
    private static double heapMegabytes() {
        IntStream.range(0, 2).forEach(_ -> System.gc());
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    static double since(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
