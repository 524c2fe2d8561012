package manumit.benchmarks.flights.speed;

import manumit.matching.ListScale;

/// How flights are measured.
///
/// @param flights number of flights; messages of all are read
/// @param list records on the list
/// @param threads that read and screen at once
/// @param seconds how long screening goes on at most; what remains is reckoned in proportion
/// @param seed start of everything drawn by lot
/// @param baselineSeconds how long each of the others is timed; 0 leaves them out
/// @param scale of the list, which decides the method
public record FlightsRun(
        int flights,
        int list,
        int threads,
        double seconds,
        long seed,
        double baselineSeconds,
        ListScale scale) {

    public static final int DEFAULT_FLIGHTS = 24_000;
    public static final int DEFAULT_LIST = 1_000_000;
    public static final int DEFAULT_THREADS = 2;
    public static final double DEFAULT_SECONDS = 60;
    public static final double DEFAULT_BASELINE_SECONDS = 2;

    public FlightsRun {
        requirePositive("flights", flights);
        requirePositive("list", list);
        requirePositive("threads", threads);
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds: more than 0, found " + seconds);
        }
        if (!(baselineSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "baselineSeconds: at least 0, found " + baselineSeconds);
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": at least 1, found " + value);
        }
    }
}
