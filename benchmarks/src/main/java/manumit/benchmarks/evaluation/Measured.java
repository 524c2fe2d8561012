package manumit.benchmarks.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import manumit.matching.Band;
import manumit.matching.Comparison;
import manumit.matching.Matcher;

/// Pairs with the matcher's comparison of each.
record Measured(List<LabelledPair> pairs, Comparison[] comparisons) {

    /// Compares on all processors.
    static Measured of(Matcher matcher, List<LabelledPair> pairs) {
        Comparison[] comparisons = new Comparison[pairs.size()];
        IntStream.range(0, comparisons.length)
                .parallel()
                .forEach(i -> {
                    LabelledPair pair = pairs.get(i);
                    comparisons[i] = matcher.compare(pair.left(), pair.right());
                });
        return new Measured(pairs, comparisons);
    }

    /// Total bits of each pair.
    double[] bits() {
        return Arrays.stream(comparisons).mapToDouble(Comparison::bits).toArray();
    }

    /// 1 where the pair reaches the band, else 0.
    double[] reaching(Band band) {
        return Arrays.stream(comparisons)
                .mapToDouble(c -> c.band().atLeast(band) ? 1 : 0)
                .toArray();
    }
}
