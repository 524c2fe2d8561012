package manumit.benchmarks.crowd;

import java.util.SplittableRandom;

/// Zipf's law with s = 1: the part of rank r (from 0) is drawn 1/(r + 1) as often as the first.
final class Zipf {

    /// Most ranks that can be drawn from.
    static final int MOST = 1 << 16;

    /// Sum of the first n terms at place n.
    private static final double[] SUMS = new double[MOST + 1];

    static {
        for (int n = 1; n <= MOST; n++) {
            SUMS[n] = SUMS[n - 1] + 1.0 / n;
        }
    }

    private Zipf() {}

    /// A rank from 0 to size − 1.
    static int rank(int size, SplittableRandom random) {
        double at = random.nextDouble() * SUMS[size];
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (SUMS[middle + 1] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
