package manumit.benchmarks.evaluation;

import java.util.List;
import manumit.matching.Band;
import manumit.matching.Comparison;
import manumit.matching.Matcher;

/// Pairs with the matcher's comparison of each.
record Measured(List<LabelledPair> pairs, List<Comparison> comparisons) {

    /// Compares on all processors.
    static Measured of(Matcher matcher, List<LabelledPair> pairs) {
        return new Measured(
                pairs,
                pairs.parallelStream().map(p -> matcher.compare(p.left(), p.right())).toList());
    }

    /// Total bits of each pair.
    double[] bits() {
        return comparisons.stream().mapToDouble(Comparison::bits).toArray();
    }

    /// 1 where the pair reaches the band, else 0.
    double[] reaching(Band band) {
        return comparisons.stream().mapToDouble(c -> c.band().atLeast(band) ? 1 : 0).toArray();
    }
}
