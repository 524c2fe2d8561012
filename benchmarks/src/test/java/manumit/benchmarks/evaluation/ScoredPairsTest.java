package manumit.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoredPairsTest {

    private static final double NONE = 1e-12;

    @Test
    void measuresAtAThresholdAreThoseCountedByHand() {
        // At 5: positives 9, 7, 5 of 4 match, negatives 6 of 3 matches.
        ScoredPairs scored = ScoredPairs.of(scores(9, 7, 5, 1), scores(6, 4, 2));
        ScoredPairs.Point point = scored.at(5);
        assertThat(point.precision()).isCloseTo(3.0 / 4, within(NONE));
        assertThat(point.recall()).isCloseTo(3.0 / 4, within(NONE));
        assertThat(point.f1()).isCloseTo(2 * 3 / (2 * 3 + 1 + 1.0), within(NONE));
    }

    @Test
    void bestF1IsFoundAtTheScoreOfAPositive() {
        // At 5: tp 3, fp 1, fn 1: F1 .75. At 7: tp 2, fp 0, fn 2: .667. At 1: tp 4, fp 3: .727.
        ScoredPairs.Point best = ScoredPairs.of(scores(9, 7, 5, 1), scores(6, 4, 2)).best();
        assertThat(best.threshold()).isEqualTo(5);
        assertThat(best.f1()).isCloseTo(0.75, within(NONE));
    }

    @Test
    void negativesOfABalancedSetWeighAsMuchAsThePositives() {
        // Two positives, four negatives of weight 1/2. At 3: tp 2, fp 1 · 1/2, fn 0.
        ScoredPairs.Point point = ScoredPairs.balanced(scores(4, 3), scores(3, 2, 1, 0)).at(3);
        assertThat(point.f1()).isCloseTo(4 / 4.5, within(NONE));
        assertThat(point.precision()).isCloseTo(2 / 2.5, within(NONE));
    }

    @Test
    void equalScoresFallTogether() {
        // One of four negatives may pass; three share the top score, so none may.
        ScoredPairs scored = ScoredPairs.of(scores(9, 8, 7), scores(8, 8, 8, 1));
        assertThat(scored.recallAtFalsePositiveRate(0.25)).isCloseTo(1.0 / 3, within(NONE));
        assertThat(scored.recallAtFalsePositiveRate(0.75)).isEqualTo(1);
        assertThat(scored.recallAtFalsePositiveRate(0)).isCloseTo(1.0 / 3, within(NONE));
    }

    @Test
    void aMethodThatScoresEverythingTheSameFindsNothingAtALowRate() {
        ScoredPairs scored = ScoredPairs.of(scores(5, 5, 5), scores(5, 5));
        assertThat(scored.recallAtFalsePositiveRate(0.01)).isZero();
        assertThat(scored.recallAtFalsePositiveRate(1)).isEqualTo(1);
    }

    @Test
    void unscoredPairsAreLeftOut() {
        ScoredPairs scored = ScoredPairs.of(scores(1, Double.NaN), scores(Double.NaN, 0));
        assertThat(scored.positiveCount()).isEqualTo(1);
        assertThat(scored.negativeCount()).isEqualTo(1);
        assertThat(scored.best().f1()).isEqualTo(1);
    }

    @Test
    void emptySidesMeasureNothing() {
        ScoredPairs empty = ScoredPairs.balanced(scores(), scores());
        assertThat(empty.best().f1()).isZero();
        assertThat(empty.recallAtFalsePositiveRate(0.01)).isZero();
        assertThat(ScoredPairs.of(scores(1), scores()).best().f1()).isEqualTo(1);
    }

    /// Against the definitions, applied naively to every threshold.
    @Test
    void agreesWithTheDefinitionsOnRandomScores() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] positives =
                    random.ints(1 + random.nextInt(12), 0, 10).asDoubleStream().toArray();
            double[] negatives =
                    random.ints(1 + random.nextInt(12), 0, 10).asDoubleStream().toArray();
            ScoredPairs scored = ScoredPairs.of(positives, negatives);
            double bestF1 = 0;
            double bestRecall = 0;
            for (int threshold = 0; threshold <= 10; threshold++) {
                int t = threshold;
                double tp = Arrays.stream(positives).filter(s -> s >= t).count();
                double fp = Arrays.stream(negatives).filter(s -> s >= t).count();
                bestF1 = Math.max(bestF1, 2 * tp / (tp + fp + positives.length));
                if (fp / negatives.length <= 0.25) {
                    bestRecall = Math.max(bestRecall, tp / positives.length);
                }
            }
            assertThat(scored.best().f1()).as("seed %d", seed).isCloseTo(bestF1, within(NONE));
            assertThat(scored.recallAtFalsePositiveRate(0.25))
                    .as("seed %d", seed)
                    .isCloseTo(bestRecall, within(NONE));
        }
    }

    private static double[] scores(double... scores) {
        return scores;
    }
}
