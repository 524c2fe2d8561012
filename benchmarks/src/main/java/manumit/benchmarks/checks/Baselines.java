package manumit.benchmarks.checks;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import manumit.benchmarks.crowd.Check;
import manumit.benchmarks.crowd.CheckOptions;
import manumit.benchmarks.crowd.CheckStream;
import manumit.benchmarks.crowd.Crowd;
import manumit.matching.Band;
import manumit.matching.Occasion;
import manumit.matching.similarity.PartSimilarity;
import manumit.matching.v1.Prepared;

/// What an engine is compared with.
final class Baselines {

    /// Records with which exhaustive comparison is timed; its time grows with the list in
    /// proportion.
    private static final int EXHAUSTIVE_RECORDS = 20_000;

    private Baselines() {}

    /// NaN where nothing was measured.
    ///
    /// @param luceneTargetRecall share of perturbed listed people among the ten best of Lucene
    record Rates(double exhaustivePerSecond, double lucenePerSecond, double luceneTargetRecall) {
        static final Rates NONE = new Rates(Double.NaN, Double.NaN, Double.NaN);
    }

    /// Checks a second of all threads if each check is compared with every record, names taken
    /// apart before and records that can no longer reach the band given up early. Measured with
    /// {@link #EXHAUSTIVE_RECORDS} records on one thread; more records and more threads are
    /// reckoned in proportion.
    static double exhaustivePerSecond(Crowd crowd, ChecksOptions options) {
        int records = Math.min(EXHAUSTIVE_RECORDS, options.people());
        List<Prepared> prepared =
                IntStream.range(0, records)
                        .mapToObj(number -> Prepared.of(crowd.identity(number).particulars()))
                        .toList();
        CheckStream stream =
                CheckStream.of(crowd, CheckOptions.of(options.seed() + 3, options.people()));
        int warmUp = 20;
        int done = 0;
        long reached = 0;
        long begun = System.nanoTime();
        while (done < warmUp + 10 || ChecksBenchmark.since(begun) < options.baselineSeconds() / 2) {
            if (done == warmUp) {
                begun = System.nanoTime();
            }
            Prepared query = Prepared.of(stream.check(done).query().particulars());
            for (Prepared record : prepared) {
                if (options.method()
                        .findScore(
                                query,
                                record,
                                Occasion.CHECK,
                                Band.POSSIBLE,
                                PartSimilarity::between)
                        .isPresent()) {
                    reached++;
                }
            }
            done++;
        }
        double secondsPerCheck =
                ChecksBenchmark.since(begun)
                        / (done - warmUp)
                        * ((double) options.people() / records);
        // Keeps the comparisons from being optimised away.
        return reached < 0 ? Double.NaN : options.threads() / secondsPerCheck;
    }

    static Rates lucene(
            Crowd crowd, ChecksOptions options, ExecutorService threads, double exhaustive) {
        CheckOptions headline = CheckOptions.of(options.seed() + 4, options.people());
        try (LuceneIndex index = LuceneIndex.build(crowd.identities(0, options.people()))) {
            CheckStream stream = CheckStream.of(crowd, headline);
            List<Check> perturbed =
                    CheckStream.of(crowd, headline.withTargetShare(1))
                            .checks(0, Math.min(500, options.recallChecks()))
                            .toList();
            // Doubles as warm-up.
            long targetsFound =
                    perturbed.parallelStream()
                            .filter(c -> index.best(c.query()).contains(c.target()))
                            .count();
            double perSecond = timed(index, stream, options, threads);
            return new Rates(exhaustive, perSecond, (double) targetsFound / perturbed.size());
        }
    }

    private static double timed(
            LuceneIndex index, CheckStream stream, ChecksOptions options, ExecutorService threads) {
        int size = 50 * options.threads();
        long done = 0;
        double seconds = 0;
        while (seconds < options.baselineSeconds() && done < options.checks()) {
            List<Check> block = stream.checks(done, size).toList();
            long begun = System.nanoTime();
            ChecksBenchmark.each(threads, block, check -> index.best(check.query()).size());
            seconds += ChecksBenchmark.since(begun);
            done += size;
        }
        return done / seconds;
    }
}
