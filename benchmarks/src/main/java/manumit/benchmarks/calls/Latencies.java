package manumit.benchmarks.calls;

import java.util.Arrays;

/// Times of single calls, in nanoseconds. One for each thread; not thread-safe.
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1_024];
    private int count;

    public void add(long nanosTaken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = nanosTaken;
    }

    public int count() {
        return count;
    }

    public void addAll(Latencies other) {
        for (int i = 0; i < other.count; i++) {
            add(other.nanos[i]);
        }
    }

    /// @param share in (0, 1], for example 0.99
    /// @return milliseconds within which that share of the calls were done; NaN if there were none
    public double quantileMillis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * count) - 1;
        return sorted[Math.max(0, index)] / NANOS_PER_MILLI;
    }
}
