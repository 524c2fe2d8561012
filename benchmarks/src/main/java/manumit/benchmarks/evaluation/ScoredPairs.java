package manumit.benchmarks.evaluation;

import java.util.Arrays;

/// Scores that one method gave to pairs of the same person and to pairs of different people, and
/// the usual measures over them. A pair counts as a match where its score reaches the threshold, so
/// equal scores always fall together.
///
/// Each side is weighted as a whole where asked ({@link #balanced}): an F1 is comparable between
/// data sets only if the ratio of the classes is.
final class ScoredPairs {

    /// Ascending.
    private final double[] positives;

    /// Ascending.
    private final double[] negatives;

    /// What one negative pair weighs, where a positive one weighs 1.
    private final double negativeWeight;

    /// The measures at one threshold.
    record Point(double threshold, double precision, double recall, double f1) {}

    private ScoredPairs(double[] positives, double[] negatives, double negativeWeight) {
        this.positives = positives;
        this.negatives = negatives;
        this.negativeWeight = negativeWeight;
    }

    /// Every pair weighs the same. NaN marks a pair that the method did not score; it is left out.
    static ScoredPairs of(double[] positives, double[] negatives) {
        return new ScoredPairs(sorted(positives), sorted(negatives), 1);
    }

    /// The negatives together weigh as much as the positives together.
    static ScoredPairs balanced(double[] positives, double[] negatives) {
        double[] p = sorted(positives);
        double[] n = sorted(negatives);
        return new ScoredPairs(p, n, n.length == 0 ? 1 : (double) p.length / n.length);
    }

    private static double[] sorted(double[] scores) {
        return Arrays.stream(scores).filter(s -> !Double.isNaN(s)).sorted().toArray();
    }

    int positiveCount() {
        return positives.length;
    }

    int negativeCount() {
        return negatives.length;
    }

    /// Share of the negatives with a score of at least `threshold`; 0 where there are none.
    double negativeShareReaching(double threshold) {
        return negatives.length == 0
                ? 0
                : (double) reaching(negatives, threshold) / negatives.length;
    }

    /// The measures where scores of at least `threshold` are matches. Precision without any match
    /// is 1.
    Point at(double threshold) {
        return point(
                threshold,
                reaching(positives, threshold),
                negativeWeight * reaching(negatives, threshold));
    }

    /// The measures for a given number of matches instead of a threshold.
    static Point ofCounts(double matchedPositives, double positives, double matchedNegatives) {
        double matched = matchedPositives + matchedNegatives;
        double missed = positives - matchedPositives;
        double f1Base = 2 * matchedPositives + matchedNegatives + missed;
        return new Point(
                Double.NaN,
                matched == 0 ? 1 : matchedPositives / matched,
                positives == 0 ? 0 : matchedPositives / positives,
                f1Base == 0 ? 0 : 2 * matchedPositives / f1Base);
    }

    private Point point(double threshold, double matchedPositives, double matchedNegatives) {
        Point p = ofCounts(matchedPositives, positives.length, matchedNegatives);
        return new Point(threshold, p.precision, p.recall, p.f1);
    }

    /// The highest F1 that any threshold reaches on these very pairs: an upper bound, not a result.
    /// The lowest such threshold where several do.
    Point best() {
        Point best = at(Double.POSITIVE_INFINITY);
        for (int i = positives.length - 1; i >= 0; i--) {
            if (i > 0 && positives[i - 1] == positives[i]) {
                continue;
            }
            // Between two positives a higher threshold only drops negatives, so thresholds at the
            // scores of positives suffice.
            Point point =
                    point(
                            positives[i],
                            positives.length - i,
                            negativeWeight * reaching(negatives, positives[i]));
            if (point.f1 >= best.f1) {
                best = point;
            }
        }
        return best;
    }

    /// The share of positives found by the lowest threshold that lets at most `rate` of the
    /// negatives through. With fewer than 1/rate negatives that means none of them.
    double recallAtFalsePositiveRate(double rate) {
        if (positives.length == 0) {
            return 0;
        }
        int allowed = (int) Math.floor(rate * negatives.length + 1e-9);
        if (allowed >= negatives.length) {
            return 1;
        }
        double highestRefused = negatives[negatives.length - 1 - allowed];
        return (double) reaching(positives, Math.nextUp(highestRefused)) / positives.length;
    }

    /// How many of the ascending scores are at least the threshold.
    private static int reaching(double[] ascending, double threshold) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return ascending.length - low;
    }
}
