package manumit.matching.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Weighted edit distance between two Latin spellings in {@link Letters}: the mean of costs set by
/// hand and costs learned from spellings of the same name.
///
/// Each did better where the other is weak (hand: rare letters; learned: what really varies), and
/// their mean beat both on held-out variants. Learned log-odds become costs so that similarity = 1
/// − cost / weight: the cost of a pair is how far its bits stay behind those of two equal letters.
/// Costs are integers, 1,000 to one consonant. Immutable and thread-safe.
final class LatinCosts {

    static final int ONE = 1000;

    private static final int N = Letters.LATIN.length();

    // Learned bits of one typical consonant matched with itself.
    private static final double BITS_PER_CONSONANT = 5;

    // Share of the learned costs in the mean; .3 to 1 did about equally well.
    private static final double LEARNED_SHARE = .5;

    // Learned bits where the table has no row.
    private static final double MISSING_BITS = -8;

    private static final byte[] INDEX = index();

    static final byte A = INDEX['a'];
    static final byte O = INDEX['o'];
    private static final byte M = INDEX['m'];
    private static final byte NN = INDEX['n'];
    private static final byte R = INDEX['r'];
    private static final long MISREAD_LETTERS = 1L << M | 1L << NN;

    /// What a letter counts for.
    private final int[] weights = new int[N];

    final int[] deletions = new int[N];

    private final double costOfWeight;

    private final int leastDeletion;

    /// Cost of letter a for letter b at a · N + b.
    final int[] substitutions = new int[N * N];

    /// A limit that nothing reaches.
    static final int UNLIMITED = Integer.MAX_VALUE / 2;

    private LatinCosts(double learnedShare, Reader hand, Reader learned) throws IOException {
        double[] weight = new double[N];
        double[] near = new double[N * N];
        Arrays.fill(near, Double.POSITIVE_INFINITY);
        readHand(hand, weight, near);
        Map<String, Double> bits = new HashMap<>();
        readLearned(learned, bits);
        double[] self = new double[N];
        for (int a = 0; a < N; a++) {
            String letter = Letters.LATIN.substring(a, a + 1);
            self[a] = Math.max(1, bits.getOrDefault(letter + "\t" + letter, 4.0));
        }
        for (int a = 0; a < N; a++) {
            String left = Letters.LATIN.substring(a, a + 1);
            double learnedDeletion = self[a] / 2 - bits.getOrDefault(left + "\t_", MISSING_BITS);
            weights[a] = mix(learnedShare, weight[a], self[a]);
            deletions[a] = mix(learnedShare, weight[a], learnedDeletion);
            for (int b = 0; b < N; b++) {
                if (a == b) {
                    continue;
                }
                String right = Letters.LATIN.substring(b, b + 1);
                double handCost = Math.min(near[a * N + b], Math.min(1.3, weight[a] + weight[b]));
                double pairBits =
                        Math.max(
                                bits.getOrDefault(left + "\t" + right, MISSING_BITS),
                                bits.getOrDefault(right + "\t" + left, MISSING_BITS));
                double learnedCost = (self[a] + self[b]) / 2 - pairBits;
                substitutions[a * N + b] = mix(learnedShare, handCost, Math.max(.2, learnedCost));
            }
        }
        findLeastCosts();
        findFarLetters();
        costOfWeight = costOfWeight();
        leastDeletion = Arrays.stream(deletions).min().orElse(0);
        if (2 * leastDeletion < HARD) {
            throw new IllegalStateException("deletions: two cost less than a far letter");
        }
    }

    private static int mix(double learnedShare, double hand, double learnedBits) {
        double learned = learnedBits / BITS_PER_CONSONANT;
        return (int) Math.round(ONE * ((1 - learnedShare) * hand + learnedShare * learned));
    }

    /// The costs committed with this package.
    static LatinCosts shared() {
        return Shared.COSTS;
    }

    private static final class Shared {
        static final LatinCosts COSTS = ofResources();
    }

    static LatinCosts ofResources() {
        try (Reader hand = open("latin-hand.tsv");
                Reader learned = open("latin.tsv")) {
            return new LatinCosts(LEARNED_SHARE, hand, learned);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String name) {
        InputStream stream = LatinCosts.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("missing resource " + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    private static void readHand(Reader source, double[] weight, double[] near) throws IOException {
        BufferedReader reader = new BufferedReader(source);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            double value = Integer.parseInt(cells[cells.length - 1]) / 100.0;
            for (char a : cells[1].toCharArray()) {
                if (cells[0].equals("weight")) {
                    weight[code(a)] = value;
                } else {
                    for (char b : cells[2].toCharArray()) {
                        int there = code(a) * N + code(b);
                        int back = code(b) * N + code(a);
                        near[there] = Math.min(near[there], value);
                        near[back] = Math.min(near[back], value);
                    }
                }
            }
        }
    }

    private static void readLearned(Reader source, Map<String, Double> bits) throws IOException {
        BufferedReader reader = new BufferedReader(source);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("scale")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            bits.put(
                    cells[0] + "\t" + cells[1],
                    Integer.parseInt(cells[2]) / (double) LetterTable.PER_BIT);
        }
    }

    private static byte[] index() {
        byte[] index = new byte[128];
        for (int i = 0; i < N; i++) {
            index[Letters.LATIN.charAt(i)] = (byte) i;
        }
        return index;
    }

    private static int code(char letter) {
        return INDEX[letter];
    }

    /// Codes of the letters of a spelling, for {@link #cost}.
    static byte[] encode(String letters) {
        byte[] codes = new byte[letters.length()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = INDEX[letters.charAt(i)];
        }
        return codes;
    }

    /// The letters that occur: bit i stands for letter i of {@link Letters#LATIN}.
    static long mask(byte[] codes) {
        long mask = 0;
        for (byte code : codes) {
            mask |= 1L << code;
        }
        return mask;
    }

    /// Sum of the weights of all letters.
    int weight(byte[] codes) {
        int sum = 0;
        for (byte code : codes) {
            sum += weights[code];
        }
        return sum;
    }

    // Adjacent letters swapped, a typing error.
    static final int SWAP = 500;

    // rn read as m, or the reverse.
    static final int MISREAD = 500;

    // One more than the longest spelling, rounded up so that a row begins at a multiple.
    private static final int ROW = 64;

    private static final ThreadLocal<int[]> SCRATCH = ThreadLocal.withInitial(LatinCosts::rows);

    /// The least that a letter adds to the cost, by what it meets: letter a of one spelling at b ·
    /// REACH + a, where b is a letter of the other. A swap meets two letters by themselves; a
    /// misread pair costs each of its letters half.
    private final int[] leastCosts = new int[N * REACH];

    // Places of one row of leastCosts.
    private static final int REACH = 40;

    // Costs to one step of a reach, so that it fits into bytes.
    private static final int REACH_STEP = 16;

    /// For each letter those that are far from it; at N, those that are not left out cheaply.
    private final long[] farLetters = new long[N + 1];

    private void findFarLetters() {
        for (int b = 0; b <= N; b++) {
            for (int a = 0; a < N; a++) {
                int least = b == N ? deletions[a] : leastCosts[b * REACH + a];
                farLetters[b] |= a != b && least >= HARD ? 1L << a : 0;
            }
        }
    }

    private void findLeastCosts() {
        for (int a = 0; a < N; a++) {
            for (int b = 0; b < N; b++) {
                int least = Math.min(deletions[a], substitutions[a * N + b]);
                if (a == M && (b == R || b == NN)) {
                    least = Math.min(least, MISREAD);
                } else if (b == M && (a == R || a == NN)) {
                    least = Math.min(least, MISREAD / 2);
                }
                leastCosts[b * REACH + a] = least;
            }
        }
    }

    /// What each letter adds at least to the cost of edits to or from a spelling, in steps, rounded
    /// down: for {@link #leastCost}.
    byte[] reach(byte[] spelling) {
        int[] least = new int[REACH];
        System.arraycopy(deletions, 0, least, 0, N);
        for (byte letter : spelling) {
            int row = letter * REACH;
            for (int k = 0; k < REACH; k++) {
                least[k] = Math.min(least[k], leastCosts[row + k]);
            }
        }
        byte[] reach = new byte[REACH];
        for (int k = 0; k < REACH; k++) {
            reach[k] = (byte) Math.min(Byte.MAX_VALUE, least[k] / REACH_STEP);
        }
        return reach;
    }

    /// A bound below the cost of the cheapest edits between two spellings.
    ///
    /// Every letter of one is left out, or replaced, swapped or misread by letters that the other
    /// has; so it adds at least the cheapest of these. Of unrelated names it tells nearly all
    /// apart.
    ///
    /// @param reach of the other spelling, as {@link #reach} has it
    static int leastCost(byte[] spelling, byte[] reach) {
        int steps = 0;
        for (byte letter : spelling) {
            steps += reach[letter];
        }
        return steps * REACH_STEP;
    }

    /// The same for codes that lie in a longer array.
    static int leastCost(byte[] codes, int first, int end, byte[] reach) {
        int steps = 0;
        for (int i = first; i < end; i++) {
            steps += reach[codes[i]];
        }
        return steps * REACH_STEP;
    }

    /// Cost from which a letter counts as far from a spelling; a consonant without relatives there.
    static final int HARD = 1_000;

    /// For each letter the places of a spelling whose letters it may replace for less than {@link
    /// #HARD}, or equals: bit i for the letter at i.
    long[] nearPlaces(byte[] spelling) {
        long[] places = new long[N];
        for (int i = 0; i < spelling.length; i++) {
            for (int letter = 0; letter < N; letter++) {
                int cost =
                        Math.min(
                                substitutions[letter * N + spelling[i]],
                                substitutions[spelling[i] * N + letter]);
                if (letter == spelling[i] || cost < HARD) {
                    places[letter] |= 1L << i;
                }
            }
        }
        return places;
    }

    /// Least cost of leaving out a letter. Leaving out two costs more than {@link #HARD}.
    int leastDeletion() {
        return leastDeletion;
    }

    static long maskOf(char letter) {
        return 1L << code(letter);
    }

    /// The letters that add at least {@link #HARD} to the cost of edits to or from a spelling that
    /// has these letters.
    long far(long mask) {
        long far = -1L >>> (Long.SIZE - N);
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            far &= farLetters[Long.numberOfTrailingZeros(rest)];
        }
        return far & farLetters[N];
    }

    /// Least cost of changing the weight of a spelling by one: no edit changes it more cheaply.
    private double costOfWeight() {
        double least = MISREAD / (double) Math.abs(weights[R] + weights[NN] - weights[M]);
        for (int a = 0; a < N; a++) {
            least = Math.min(least, deletions[a] / (double) weights[a]);
            for (int b = 0; b < N; b++) {
                int apart = Math.abs(weights[a] - weights[b]);
                if (a != b && apart > 0) {
                    least = Math.min(least, substitutions[a * N + b] / (double) apart);
                }
            }
        }
        return least;
    }

    /// Weight below which no spelling is as similar as the floor to one of the given weight: with
    /// cost at most (1 − floor) of the greater weight, and each unit of weight that they differ by
    /// costing at least {@link #costOfWeight}.
    double leastWeight(int weight, double floor) {
        return Math.max(0, weight * (1 - (1 - floor) / costOfWeight) - 4);
    }

    /// Weight above which no spelling is.
    double mostWeight(int weight, double floor) {
        double share = (1 - floor) / costOfWeight;
        return share >= 1 ? Integer.MAX_VALUE : weight / (1 - share) + 4;
    }

    /// Cost of the cheapest edits from one spelling to the other.
    ///
    /// @param limit cost from which the exact value does not matter: a result at or above it only
    ///   says that the cost is at least the limit. Sound because every way through the table visits
    ///   each row or, by a swap, jumps over one; costs never shrink along a way, so when every cell
    ///   of two rows in a row is at the limit the end is too.
    int cost(byte[] a, byte[] b, int limit) {
        return cost(a, b, mask(b), limit);
    }

    /// As {@link #cost}, with the letters of b at hand.
    ///
    /// @param maskB letters of b, as in {@link #mask}
    int cost(byte[] a, byte[] b, long maskB, int limit) {
        return cost(a, 0, a.length, b, maskB, limit, SCRATCH.get());
    }

    /// Rows of the table of costs, for those who ask often; for one thread at a time.
    static int[] rows() {
        return new int[3 * ROW];
    }

    /// The same for a spelling that lies in a longer array.
    ///
    /// @param a holds the spelling from `first` up to `end`
    /// @param rows as {@link #rows} makes them
    int cost(byte[] a, int first, int end, byte[] b, long maskB, int limit, int[] rows) {
        int n = end - first;
        int m = b.length;
        int before = 0;
        int above = ROW;
        int current = 2 * ROW;
        int sum = 0;
        rows[above] = 0;
        for (int j = 1; j <= m; j++) {
            sum += deletions[b[j - 1]];
            rows[above + j] = sum;
        }
        boolean mayBeMisread = (maskB & MISREAD_LETTERS) != 0;
        int lowestAbove = 0;
        int last = -1;
        for (int i = 1; i <= n; i++) {
            int letter = a[first + i - 1];
            int row = letter * N;
            int delete = deletions[letter];
            int diagonal = rows[above];
            int left = diagonal + delete;
            int lowest = left;
            rows[current] = left;
            if (mayBeMisread && (letter == M || (letter == NN && last == R))) {
                lowest = misreadRow(rows, before, above, current, letter, last, b);
            } else {
                // Two letters as one number: the pair that would be a swap, and the pair met.
                int swapped = (letter << Byte.SIZE) | last;
                int pair = 0;
                for (int j = 1; j <= m; j++) {
                    int other = b[j - 1];
                    int up = rows[above + j];
                    int value = Math.min(diagonal + substitutions[row + other], up + delete);
                    value = Math.min(value, left + deletions[other]);
                    pair = ((pair & 0xFF) << Byte.SIZE) | other;
                    if (pair == swapped && j > 1) {
                        value = Math.min(value, rows[before + j - 2] + SWAP);
                    }
                    diagonal = up;
                    left = value;
                    rows[current + j] = value;
                    lowest = Math.min(lowest, value);
                }
            }
            if (Math.min(lowest, lowestAbove) >= limit) {
                return limit;
            }
            lowestAbove = lowest;
            last = letter;
            int free = before;
            before = above;
            above = current;
            current = free;
        }
        return rows[above + m];
    }

    /// Fills the row of a letter that may be, or end, a misread pair; returns the lowest cost in
    /// it.
    private int misreadRow(
            int[] rows, int before, int above, int current, int letter, int last, byte[] b) {
        int delete = deletions[letter];
        int lowest = rows[current];
        int previous = -1;
        for (int j = 1; j <= b.length; j++) {
            int other = b[j - 1];
            int value = rows[above + j - 1] + substitutions[letter * N + other];
            value = Math.min(value, rows[above + j] + delete);
            value = Math.min(value, rows[current + j - 1] + deletions[other]);
            if (letter == previous && other == last) {
                value = Math.min(value, rows[before + j - 2] + SWAP);
            }
            if (letter == NN && other == M) {
                value = Math.min(value, rows[before + j - 1] + MISREAD);
            } else if (letter == M && other == NN && previous == R) {
                value = Math.min(value, rows[above + j - 2] + MISREAD);
            }
            rows[current + j] = value;
            lowest = Math.min(lowest, value);
            previous = other;
        }
        return lowest;
    }

    @Override
    public String toString() {
        return "LatinCosts";
    }
}
