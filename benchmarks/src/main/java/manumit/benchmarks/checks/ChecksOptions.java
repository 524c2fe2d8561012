package manumit.benchmarks.checks;

import manumit.matching.ListScale;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.Scoring;
import manumit.matching.v2.MethodV2;

/// How checks are measured.
///
/// @param people number of records on the list
/// @param checks number of checks of the headline figure; the undated and the border run make a
///   tenth as many
/// @param threads threads that ask at once
/// @param seed start of everything drawn by lot
/// @param recallChecks perturbed listed people by whom recall is measured
/// @param baselineSeconds about how long Lucene and exhaustive comparison are each timed; 0 leaves
///   them out
/// @param scale of the list: the method by which it is asked
public record ChecksOptions(
        int people,
        int checks,
        int threads,
        long seed,
        int recallChecks,
        double baselineSeconds,
        ListScale scale) {

    public static final int DEFAULT_PEOPLE = 1_000_000;
    public static final int DEFAULT_CHECKS = 1_000_000;
    public static final int DEFAULT_THREADS = 2;
    public static final int DEFAULT_RECALL_CHECKS = 2_000;
    public static final double DEFAULT_BASELINE_SECONDS = 10;

    public ChecksOptions {
        requirePositive("people", people);
        requirePositive("checks", checks);
        requirePositive("threads", threads);
        requirePositive("recallChecks", recallChecks);
        if (!(baselineSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "baselineSeconds: at least 0, found " + baselineSeconds);
        }
    }

    public static ChecksOptions of(int people, int checks, int threads, long seed) {
        return new ChecksOptions(
                people,
                checks,
                threads,
                seed,
                DEFAULT_RECALL_CHECKS,
                DEFAULT_BASELINE_SECONDS,
                ListScale.SHORT);
    }

    public ChecksOptions withRecallChecks(int value) {
        return new ChecksOptions(people, checks, threads, seed, value, baselineSeconds, scale);
    }

    public ChecksOptions withBaselineSeconds(double value) {
        return new ChecksOptions(people, checks, threads, seed, recallChecks, value, scale);
    }

    public ChecksOptions withScale(ListScale value) {
        return new ChecksOptions(
                people, checks, threads, seed, recallChecks, baselineSeconds, value);
    }

    /// The method by which a list of the scale is asked.
    Scoring method() {
        return switch (scale) {
            case SHORT -> MethodV1.SCORING;
            case LONG -> MethodV2.SCORING;
        };
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": at least 1, found " + value);
        }
    }
}
