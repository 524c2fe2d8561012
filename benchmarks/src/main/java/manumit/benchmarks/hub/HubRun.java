package manumit.benchmarks.hub;

/// What to measure of a hub.
///
/// @param people listed
/// @param seconds of each measurement
/// @param connections that wait for the answer of a single check each
/// @param bulkChecks in the stream of the bulk measurement, at most; ended after three times
///   `seconds`
/// @param heap of the hub's Java machine, as `-Xmx` takes it
/// @param baselineSeconds how long PostgreSQL alone is timed; 0 leaves it out
public record HubRun(
        int people,
        double seconds,
        int connections,
        int bulkChecks,
        long seed,
        String heap,
        double baselineSeconds) {

    public HubRun {
        if (people < 1
                || connections < 1
                || bulkChecks < 1
                || !(seconds > 0)
                || !(baselineSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "people, connections, bulk checks, seconds: must be more than 0; baseline seconds: 0 or more");
        }
    }
}
