package manumit.matching.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What it says about two spellings that some letters of one stand for some letters of the other,
/// in eighths of a bit; learned from pairs of spellings by the trainer in the benchmarks module.
///
/// A unit is one to three letters of each side, or one letter of a side alone. Its value is log2 of
/// P(unit) / (P(its letters, left) · P(its letters, right)): above 0 the two belong together, below
/// 0 they speak against it. The score of two spellings is the best sum over all ways to cut both
/// into units (Viterbi), and so itself a log-likelihood ratio.
///
/// File format (UTF-8, tab-separated, `#` comments): `scale` rows with a ratio and the similarity
/// it stands for, both ascending; then one row per unit: left letters, right letters, eighths of a
/// bit; `_` is no letter. Immutable and thread-safe.
public final class LetterTable {

    /// Units of a bit in which values are stored.
    static final int PER_BIT = 8;

    // Value of units that the table does not hold: a single letter against a single letter or
    // against nothing.
    private static final int MISSING = -8 * PER_BIT;

    // Added to what two spellings could reach, so that short ones need more: 8 bits.
    private static final int PRIOR = 8 * PER_BIT;

    private static final int NONE = Integer.MIN_VALUE / 4;

    private static final byte ABSENT = Byte.MIN_VALUE;

    private static final int ROW = Letters.MAX_LENGTH + 1;

    private static final ThreadLocal<int[]> SCRATCH =
            ThreadLocal.withInitial(() -> new int[ROW * ROW]);

    private final Map<String, Integer> leftUnits;
    private final Map<String, Integer> rightUnits;

    /// Longest unit of each side, in letters.
    private final int leftSpan;

    private final int rightSpan;

    private final int columns;

    /// Value of left unit l and right unit r at l · columns + r; unit 0 is no letter.
    private final byte[] values;

    /// Best value of each left unit with any right unit, and the reverse.
    private final int[] bestOfLeft;

    private final int[] bestOfRight;

    private final double[] scaleRatios;
    private final double[] scaleSimilarities;

    private LetterTable(List<String[]> rows, List<double[]> scale) {
        Map<String, Integer> lefts = new HashMap<>(Map.of("", 0));
        Map<String, Integer> rights = new HashMap<>(Map.of("", 0));
        for (String[] row : rows) {
            lefts.putIfAbsent(row[0], lefts.size());
            rights.putIfAbsent(row[1], rights.size());
        }
        leftUnits = Map.copyOf(lefts);
        rightUnits = Map.copyOf(rights);
        leftSpan = longest(leftUnits);
        rightSpan = longest(rightUnits);
        columns = rightUnits.size();
        values = new byte[leftUnits.size() * columns];
        Arrays.fill(values, ABSENT);
        bestOfLeft = new int[leftUnits.size()];
        bestOfRight = new int[rightUnits.size()];
        Arrays.fill(bestOfLeft, MISSING);
        Arrays.fill(bestOfRight, MISSING);
        for (String[] row : rows) {
            int l = lefts.getOrDefault(row[0], 0);
            int r = rights.getOrDefault(row[1], 0);
            int value = Math.clamp(Integer.parseInt(row[2]), -127, l * r == 0 ? 0 : 127);
            values[l * columns + r] = (byte) value;
            bestOfLeft[l] = Math.max(bestOfLeft[l], value);
            bestOfRight[r] = Math.max(bestOfRight[r], value);
        }
        scaleRatios = scale.stream().mapToDouble(point -> point[0]).toArray();
        scaleSimilarities = scale.stream().mapToDouble(point -> point[1]).toArray();
    }

    /// Reads a table in the format of the class comment.
    ///
    /// @throws IllegalArgumentException naming the first malformed row
    public static LetterTable read(Reader source) throws IOException {
        BufferedReader reader = new BufferedReader(source);
        List<String[]> rows = new ArrayList<>();
        List<double[]> scale = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 3) {
                throw new IllegalArgumentException(
                        "line " + number + ": expected three cells, found " + cells.length);
            }
            if (cells[0].equals("scale")) {
                scale.add(
                        new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])});
            } else {
                cells[0] = cells[0].equals("_") ? "" : cells[0];
                cells[1] = cells[1].equals("_") ? "" : cells[1];
                rows.add(cells);
            }
        }
        if (scale.size() < 2) {
            throw new IllegalArgumentException("expected at least two rows of scale");
        }
        return new LetterTable(rows, scale);
    }

    /// A table committed with this package.
    static LetterTable ofResource(String name) {
        try (InputStream stream = LetterTable.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A spelling cut into the units of one side of one table.
    static final class Coded {

        private final int length;

        /// Id of the unit of length k + 1 that ends before letter i, at [k][i]; -1 where the table
        /// has none.
        private final int[][] units;

        /// Best score of the whole spelling against anything, in eighths of a bit.
        private final int best;

        /// Best score of the letters from each place on against anything.
        private final int[] bestTail;

        private Coded(int length, int[][] units, int[] bestTail) {
            this.length = length;
            this.units = units;
            this.best = bestTail[0];
            this.bestTail = bestTail;
        }
    }

    Coded codeLeft(String letters) {
        return code(letters, leftUnits, leftSpan, bestOfLeft);
    }

    Coded codeRight(String letters) {
        return code(letters, rightUnits, rightSpan, bestOfRight);
    }

    private static Coded code(
            String letters, Map<String, Integer> unitIds, int span, int[] bestOfUnit) {
        int n = Math.min(letters.length(), Letters.MAX_LENGTH);
        int[][] units = new int[span][n + 1];
        for (int k = 0; k < span; k++) {
            Arrays.fill(units[k], -1);
            for (int i = k + 1; i <= n; i++) {
                units[k][i] = unitIds.getOrDefault(letters.substring(i - k - 1, i), -1);
            }
        }
        int[] bestTail = new int[n + 1];
        for (int i = n - 1; i >= 0; i--) {
            bestTail[i] = NONE;
            for (int k = 0; k < span && i + k + 1 <= n; k++) {
                int id = units[k][i + k + 1];
                int value = id >= 0 ? bestOfUnit[id] : k == 0 ? MISSING : NONE;
                bestTail[i] = Math.max(bestTail[i], value + bestTail[i + k + 1]);
            }
        }
        return new Coded(n, units, bestTail);
    }

    /// Log-likelihood ratio of "two spellings of one part" against "two unrelated parts", in bits.
    public double bits(String left, String right) {
        return score(codeLeft(left), codeRight(right), NONE) / (double) PER_BIT;
    }

    /// Similarity of a left and a right spelling in [0, 1].
    public double similarity(String left, String right) {
        return similarity(codeLeft(left), codeRight(right));
    }

    double similarity(Coded left, Coded right) {
        return similarity(left, right, 0);
    }

    /// Similarity in [0, 1], exact where it is at least the floor; some value below the floor where
    /// the exact one is below it.
    double similarity(Coded left, Coded right, double floor) {
        // Letters the table has never seen reach less than nothing, and say nothing.
        if (left.best <= 0 || right.best <= 0) {
            return 0;
        }
        if (floor <= scaleSimilarities[0]) {
            return scaled(ratio(score(left, right, NONE), left, right));
        }
        // One eighth of a bit lower than needed, so that rounding never loses a pair.
        int needed = (int) Math.floor(unscaled(floor) * reach(left, right)) - 1;
        if (Math.min(left.best, right.best) < needed) {
            return 0;
        }
        int score = score(left, right, needed);
        return score < needed ? 0 : scaled(ratio(score, left, right));
    }

    /// The score as a share of what the two spellings could reach; the statistic that `scale` maps
    /// to similarities.
    public double ratio(String left, String right) {
        Coded l = codeLeft(left);
        Coded r = codeRight(right);
        return ratio(score(l, r, NONE), l, r);
    }

    private static double ratio(int score, Coded left, Coded right) {
        return score / reach(left, right);
    }

    private static double reach(Coded left, Coded right) {
        return .5 * (left.best + right.best) + PRIOR;
    }

    /// The ratio that {@link #scaled} maps to a similarity inside the scale; above the scale its
    /// end.
    private double unscaled(double similarity) {
        int last = scaleRatios.length - 1;
        if (similarity >= scaleSimilarities[last]) {
            return scaleRatios[last];
        }
        int i = 1;
        while (similarity > scaleSimilarities[i]) {
            i++;
        }
        double step = scaleSimilarities[i] - scaleSimilarities[i - 1];
        double share = step == 0 ? 0 : (similarity - scaleSimilarities[i - 1]) / step;
        return scaleRatios[i - 1] + share * (scaleRatios[i] - scaleRatios[i - 1]);
    }

    private double scaled(double ratio) {
        int last = scaleRatios.length - 1;
        if (ratio <= scaleRatios[0]) {
            return scaleSimilarities[0];
        }
        if (ratio >= scaleRatios[last]) {
            return scaleSimilarities[last];
        }
        int i = 1;
        while (ratio > scaleRatios[i]) {
            i++;
        }
        double share = (ratio - scaleRatios[i - 1]) / (scaleRatios[i] - scaleRatios[i - 1]);
        return scaleSimilarities[i - 1] + share * (scaleSimilarities[i] - scaleSimilarities[i - 1]);
    }

    /// Best sum over all ways to cut both spellings into units.
    ///
    /// @param needed score from which the exact value matters: a result below it only says that the
    ///   score is below it. Sound because a way through the table adds at most the best of the
    ///   remaining left letters (letters of the right side alone never add), and visits at least
    ///   one of any `leftSpan` rows in a row.
    private int score(Coded left, Coded right, int needed) {
        int n = left.length;
        int m = right.length;
        int[] best = SCRATCH.get();
        int[] leftOnes = left.units[0];
        int[] rightOnes = right.units[0];
        best[0] = 0;
        int hopeless = 0;
        for (int j = 1; j <= m; j++) {
            best[j] = best[j - 1] + alone(0, rightOnes[j]);
        }
        for (int i = 1; i <= n; i++) {
            int row = i * ROW;
            int deleted = alone(leftOnes[i], 0);
            best[row] = best[row - ROW] + deleted;
            int highest = best[row];
            for (int j = 1; j <= m; j++) {
                int value = best[row - ROW + j] + deleted;
                value = Math.max(value, best[row + j - 1] + alone(0, rightOnes[j]));
                for (int p = 0; p < leftSpan && p < i; p++) {
                    int l = left.units[p][i];
                    if (l < 0) {
                        continue;
                    }
                    int from = row - (p + 1) * ROW + j;
                    for (int q = 0; q < rightSpan && q < j; q++) {
                        int r = right.units[q][j];
                        if (r >= 0) {
                            int unit = values[l * columns + r];
                            if (unit != ABSENT) {
                                value = Math.max(value, best[from - q - 1] + unit);
                            } else if (p == 0 && q == 0) {
                                value = Math.max(value, best[from - 1] + MISSING);
                            }
                        }
                    }
                }
                best[row + j] = value;
                highest = Math.max(highest, value);
            }
            hopeless = highest + left.bestTail[i] < needed ? hopeless + 1 : 0;
            if (hopeless >= leftSpan) {
                return needed - 1;
            }
        }
        return best[n * ROW + m];
    }

    private int alone(int left, int right) {
        if (left < 0 || right < 0) {
            return MISSING;
        }
        int value = values[left * columns + right];
        return value == ABSENT ? MISSING : value;
    }

    private static int longest(Map<String, Integer> units) {
        return Math.max(1, units.keySet().stream().mapToInt(String::length).max().orElse(1));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "LetterTable[%d left units, %d right units]",
                leftUnits.size(),
                rightUnits.size());
    }
}
