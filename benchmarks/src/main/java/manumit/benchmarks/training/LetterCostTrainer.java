package manumit.benchmarks.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Learns which letters of one spelling stand for which letters of another from pairs of spellings
/// alone (expectation maximisation over all alignments).
///
/// Rounds of single letters first, then rounds with the wider units of the shape. After a few
/// rounds pairs that score below zero bits are left out: they are not spellings of one another
/// (misaligned rows, translations). Deterministic: pairs are read in the given order and sums are
/// taken in one thread.
public final class LetterCostTrainer {

    /// Which units may be learned.
    ///
    /// @param left most letters of a unit on the left, 1 to 3
    /// @param right most letters of a unit on the right, 1 to 3
    /// @param most most letters of both sides together
    /// @param rounds rounds with single letters, and as many with wider units
    /// @param minimum least expected count of a unit wider than one letter a side
    public record Shape(int left, int right, int most, int rounds, double minimum) {}

    /// Two spellings of one part of a name, in letters.
    ///
    /// @param weight how much the pair counts; positive
    public record Pair(String left, String right, double weight) {}

    /// A learned unit; an empty side is no letter.
    ///
    /// @param bits log2 of P(unit) / (P(left letters) · P(right letters))
    public record Unit(String left, String right, double bits) {}

    /// What was learned.
    ///
    /// @param units ordered by left, then right
    /// @param used pairs that were kept in the last round
    /// @param dropped pairs left out as noise
    public record Learned(List<Unit> units, int used, int dropped) {}

    // Taken off the count of a wider unit.
    private static final double DISCOUNT = .5;

    // Room for the alignment of one unit.
    private static final int SPAN = 4;

    private final Shape shape;
    private final List<Pair> pairs;
    private final boolean[] noise;
    private final Map<String, Integer> leftIds = new HashMap<>();
    private final Map<String, Integer> rightIds = new HashMap<>();
    private final List<String> leftUnits = new ArrayList<>();
    private final List<String> rightUnits = new ArrayList<>();

    /// Ids of the units of each pair that end before letter i, of length k + 1, at [pair][k][i].
    private int[][][] lefts = new int[0][][];

    private int[][][] rights = new int[0][][];
    private double[] probability = new double[0];
    private double[] leftBackground = new double[0];
    private double[] rightBackground = new double[0];

    private LetterCostTrainer(List<Pair> pairs, Shape shape) {
        this.shape = shape;
        this.pairs =
                pairs.stream()
                        .filter(pair -> !pair.left().isEmpty() && !pair.right().isEmpty())
                        .toList();
        this.noise = new boolean[this.pairs.size()];
    }

    /// Learns units from pairs.
    public static Learned train(List<Pair> pairs, Shape shape) {
        return new LetterCostTrainer(pairs, shape).run();
    }

    private Learned run() {
        collectUnits(Side.LEFT);
        collectUnits(Side.RIGHT);
        lefts = new int[pairs.size()][][];
        rights = new int[pairs.size()][][];
        for (int index = 0; index < lefts.length; index++) {
            lefts[index] = ids(leftIds, pairs.get(index).left(), shape.left());
            rights[index] = ids(rightIds, pairs.get(index).right(), shape.right());
        }
        probability = new double[leftUnits.size() * rightUnits.size()];
        setBackgrounds();
        startFromPositions();
        for (int round = 0; round < shape.rounds(); round++) {
            maximise(expect(1, 1, 2), 0);
            if (round == 2 || round == shape.rounds() - 1) {
                dropNoise(1, 1, 2);
            }
        }
        widen();
        for (int round = 0; round < shape.rounds(); round++) {
            maximise(expect(shape.left(), shape.right(), shape.most()), shape.minimum());
            dropNoise(shape.left(), shape.right(), shape.most());
        }
        int dropped = 0;
        for (boolean dropIt : noise) {
            dropped += dropIt ? 1 : 0;
        }
        return new Learned(units(), pairs.size() - dropped, dropped);
    }

    private enum Side {
        LEFT,
        RIGHT
    }

    /// Units seen often enough to be learned; single letters always.
    private void collectUnits(Side side) {
        Map<String, Double> seen = new TreeMap<>();
        int span = side == Side.LEFT ? shape.left() : shape.right();
        for (Pair pair : pairs) {
            String s = side == Side.LEFT ? pair.left() : pair.right();
            for (int k = 1; k <= span; k++) {
                for (int i = 0; i + k <= s.length(); i++) {
                    seen.merge(s.substring(i, i + k), pair.weight(), Double::sum);
                }
            }
        }
        List<String> units = side == Side.LEFT ? leftUnits : rightUnits;
        Map<String, Integer> ids = side == Side.LEFT ? leftIds : rightIds;
        units.add("");
        seen.forEach((unit, count) -> {
            if (unit.length() == 1 || count >= shape.minimum() * unit.length()) {
                units.add(unit);
            }
        });
        for (int i = 0; i < units.size(); i++) {
            ids.put(units.get(i), i);
        }
    }

    private void setBackgrounds() {
        leftBackground = background(leftUnits, true);
        rightBackground = background(rightUnits, false);
    }

    private double[] background(List<String> units, boolean left) {
        double[] counts = new double[Character.MAX_VALUE];
        double total = 0;
        for (Pair pair : pairs) {
            String s = left ? pair.left() : pair.right();
            for (int i = 0; i < s.length(); i++) {
                counts[s.charAt(i)] += pair.weight();
                total += pair.weight();
            }
        }
        double[] result = new double[units.size()];
        for (int u = 0; u < result.length; u++) {
            result[u] = 1;
            for (char c : units.get(u).toCharArray()) {
                result[u] *= counts[c] / total;
            }
        }
        return result;
    }

    /// First guess: letters at the same relative place belong together.
    private void startFromPositions() {
        double[] counts = new double[probability.length];
        for (Pair pair : pairs) {
            int n = pair.left().length();
            int m = pair.right().length();
            for (int i = 0; i < n; i++) {
                int l = id(leftIds, pair.left(), i, 1);
                counts[l * rightUnits.size()] += .1 * pair.weight();
                for (int j = 0; j < m; j++) {
                    double distance = Math.abs((i + .5) / n - (j + .5) / m) * Math.max(n, m);
                    int r = id(rightIds, pair.right(), j, 1);
                    counts[l * rightUnits.size() + r] +=
                            pair.weight() * Math.exp(-distance * distance);
                }
            }
            for (int j = 0; j < m; j++) {
                counts[id(rightIds, pair.right(), j, 1)] += .1 * pair.weight();
            }
        }
        maximise(counts, 0);
    }

    /// Gives every wider unit the probability of its parts read one by one, so that the next round
    /// can tell whether the whole deserves more.
    private void widen() {
        int columns = rightUnits.size();
        double[] narrow = probability.clone();
        double[][] alpha = new double[SPAN][SPAN];
        List<int[][]> rightLetters =
                rightUnits.stream().map(unit -> ids(rightIds, unit, 1)).toList();
        for (int l = 0; l < leftUnits.size(); l++) {
            int[][] leftLetters = ids(leftIds, leftUnits.get(l), 1);
            for (int r = 0; r < columns; r++) {
                int p = leftUnits.get(l).length();
                int q = rightUnits.get(r).length();
                if (p < 1 || q < 1 || p + q <= 2 || p + q > shape.most()) {
                    continue;
                }
                probability[l * columns + r] =
                        forward(leftLetters, rightLetters.get(r), narrow, 1, 1, 2, alpha);
            }
        }
    }

    private double forward(
            int[][] ls,
            int[][] rs,
            double[] units,
            int spanLeft,
            int spanRight,
            int most,
            double[][] alpha) {
        int n = ls[0].length - 1;
        int m = rs[0].length - 1;
        int columns = rightUnits.size();
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                double sum = i == 0 && j == 0 ? 1 : 0;
                if (i > 0) {
                    sum += alpha[i - 1][j] * units[ls[0][i] * columns];
                }
                if (j > 0) {
                    sum += alpha[i][j - 1] * units[rs[0][j]];
                }
                for (int p = 1; p <= spanLeft && p <= i; p++) {
                    int l = ls[p - 1][i];
                    for (int q = 1; l >= 0 && q <= spanRight && q <= j && p + q <= most; q++) {
                        int r = rs[q - 1][j];
                        if (r >= 0) {
                            sum += alpha[i - p][j - q] * units[l * columns + r];
                        }
                    }
                }
                alpha[i][j] = sum;
            }
        }
        return alpha[n][m];
    }

    /// Expected counts of all units under the current probabilities.
    private double[] expect(int spanLeft, int spanRight, int most) {
        double[] counts = new double[probability.length];
        int columns = rightUnits.size();
        double[][] alpha = new double[64][64];
        double[][] beta = new double[64][64];
        for (int index = 0; index < pairs.size(); index++) {
            if (noise[index]) {
                continue;
            }
            Pair pair = pairs.get(index);
            int n = pair.left().length();
            int m = pair.right().length();
            double total =
                    forward(
                            lefts[index],
                            rights[index],
                            probability,
                            spanLeft,
                            spanRight,
                            most,
                            alpha);
            if (total <= 0) {
                continue;
            }
            double scale = pair.weight() / total;
            int[][] ls = lefts[index];
            int[][] rs = rights[index];
            for (int i = 0; i <= n; i++) {
                Arrays.fill(beta[i], 0, m + 1, 0);
            }
            beta[n][m] = 1;
            for (int i = n; i >= 0; i--) {
                for (int j = m; j >= 0; j--) {
                    double after = beta[i][j];
                    if (after == 0) {
                        continue;
                    }
                    if (i > 0) {
                        int unit = ls[0][i] * columns;
                        double step = probability[unit] * after;
                        beta[i - 1][j] += step;
                        counts[unit] += alpha[i - 1][j] * step * scale;
                    }
                    if (j > 0) {
                        int unit = rs[0][j];
                        double step = probability[unit] * after;
                        beta[i][j - 1] += step;
                        counts[unit] += alpha[i][j - 1] * step * scale;
                    }
                    for (int p = 1; p <= spanLeft && p <= i; p++) {
                        int l = ls[p - 1][i];
                        for (int q = 1; l >= 0 && q <= spanRight && q <= j && p + q <= most; q++) {
                            int r = rs[q - 1][j];
                            if (r >= 0) {
                                int unit = l * columns + r;
                                double step = probability[unit] * after;
                                beta[i - p][j - q] += step;
                                counts[unit] += alpha[i - p][j - q] * step * scale;
                            }
                        }
                    }
                }
            }
        }
        return counts;
    }

    /// Probabilities from counts. Wider units are discounted by half a count, so that what was seen
    /// once or twice does not look certain, and dropped below the minimum.
    private void maximise(double[] counts, double minimum) {
        int columns = rightUnits.size();
        double total = 0;
        for (int l = 0; l < leftUnits.size(); l++) {
            for (int r = 0; r < columns; r++) {
                int unit = l * columns + r;
                int letters = leftUnits.get(l).length() + rightUnits.get(r).length();
                if (letters > 2) {
                    counts[unit] =
                            counts[unit] < minimum ? 0 : Math.max(0, counts[unit] - DISCOUNT);
                } else if (letters > 0 && l * r == 0) {
                    counts[unit] += letters == 1 ? .5 : 0;
                } else if (letters == 2) {
                    counts[unit] += .02;
                }
                total += counts[unit];
            }
        }
        for (int unit = 0; unit < counts.length; unit++) {
            probability[unit] = counts[unit] / total;
        }
    }

    private void dropNoise(int spanLeft, int spanRight, int most) {
        double[][] alpha = new double[64][64];
        for (int index = 0; index < noise.length; index++) {
            Pair pair = pairs.get(index);
            double likelihood =
                    forward(
                            lefts[index],
                            rights[index],
                            probability,
                            spanLeft,
                            spanRight,
                            most,
                            alpha);
            double unrelated = 1;
            for (int i = 0; i < pair.left().length(); i++) {
                unrelated *= leftBackground[id(leftIds, pair.left(), i, 1)];
            }
            for (int j = 0; j < pair.right().length(); j++) {
                unrelated *= rightBackground[id(rightIds, pair.right(), j, 1)];
            }
            noise[index] = likelihood < unrelated;
        }
    }

    private List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        int columns = rightUnits.size();
        for (int l = 0; l < leftUnits.size(); l++) {
            for (int r = 0; r < columns; r++) {
                double p = probability[l * columns + r];
                if (p <= 0) {
                    continue;
                }
                double bits = Math.log(p / (leftBackground[l] * rightBackground[r])) / Math.log(2);
                units.add(new Unit(leftUnits.get(l), rightUnits.get(r), bits));
            }
        }
        return units;
    }

    private static int[][] ids(Map<String, Integer> ids, String s, int span) {
        int[][] result = new int[span][s.length() + 1];
        for (int k = 1; k <= span; k++) {
            Arrays.fill(result[k - 1], -1);
            for (int i = k; i <= s.length(); i++) {
                result[k - 1][i] = id(ids, s, i - k, k);
            }
        }
        return result;
    }

    private static int id(Map<String, Integer> ids, String s, int from, int length) {
        return ids.getOrDefault(s.substring(from, from + length), -1);
    }
}
