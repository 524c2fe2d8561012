package manumit.benchmarks.journal;

/// How long and with how many callers to measure.
///
/// @param seconds of each measurement
/// @param callers threads that wait for each entry of theirs
/// @param batch acts handed over at once in the grouped measurement
public record JournalRun(double seconds, int callers, int batch) {

    public static final double DEFAULT_SECONDS = 10;
    public static final int DEFAULT_CALLERS = 64;
    public static final int DEFAULT_BATCH = 500;
    private static final double MOST_SECONDS = 3_600;
    private static final int MOST_CALLERS = 1_000;
    private static final int MOST_BATCH = 2_000;

    public JournalRun {
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw new IllegalArgumentException(
                    "seconds: " + seconds + ", must be more than 0 and at most " + MOST_SECONDS);
        }
        if (callers < 1 || callers > MOST_CALLERS) {
            throw new IllegalArgumentException(
                    "callers: " + callers + ", must be 1 to " + MOST_CALLERS);
        }
        if (batch < 1 || batch > MOST_BATCH) {
            throw new IllegalArgumentException("batch: " + batch + ", must be 1 to " + MOST_BATCH);
        }
    }
}
