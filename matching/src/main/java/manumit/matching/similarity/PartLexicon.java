package manumit.matching.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import manumit.matching.knowledge.Equivalents;
import manumit.matching.text.Script;

/// A set of numbered parts that can be asked which of them are similar to a given part, fast also
/// for half a million of them. Immutable and thread-safe.
///
/// The answer is complete: it holds every part that {@link PartSimilarity#between} finds at least
/// as similar as the floor, and few others. What makes two parts similar is looked up one by one:
///
/// ```text
/// Latin spellings at little cost   all spellings in the order of their weights: first the letters
///                                  that stand far from all of the query's are counted (one
///                                  machine word a spelling), then bounded, then aligned
/// a group of equivalents           parts by group
/// the same writing                 parts of other scripts by writing
/// a learned table                  all parts of other scripts, one by one
/// ```
///
/// Tried and dropped: a tree of spellings (visits most of its nodes: at floor .5 two consonants may
/// go, and few names have more than four); keys of consonants with one or two left out (buckets of
/// thousands).
public final class PartLexicon {

    /// Spellings whose letters are counted in one go.
    private static final int BLOCK = 1024;

    private static final int[] NONE = {};

    /// One entry per spelling, by weight. Entry i has letters masks[i] and belongs to part
    /// owners[i]; its codes lie at codeStarts[i] up to codeStarts[i + 1] in codes.
    private final int[] weights;

    private final long[] masks;

    /// The letters that are far from all of the spelling's.
    private final long[] fars;

    private final int[] owners;
    private final int[] codeStarts;
    private final byte[] codes;

    /// Parts of a group at groupStarts[group] up to groupStarts[group + 1].
    private final int[] groupStarts;

    private final int[] groupParts;

    /// Parts of scripts other than Latin, ascending.
    private final int[] others;

    private final IntFunction<Part> parts;
    private final Map<String, int[]> otherWritings = new HashMap<>();
    private final int[] tabled;

    /// @param parts gives the part of a number, always the same
    private PartLexicon(
            int[] weights,
            long[] masks,
            long[] fars,
            int[] owners,
            int[] codeStarts,
            byte[] codes,
            int[] groupStarts,
            int[] groupParts,
            int[] others,
            IntFunction<Part> parts) {
        this.weights = weights;
        this.masks = masks;
        this.fars = fars;
        this.owners = owners;
        this.codeStarts = codeStarts;
        this.codes = codes;
        this.groupStarts = groupStarts;
        this.groupParts = groupParts;
        this.others = others;
        this.parts = parts;
        Map<String, List<Integer>> writings = new HashMap<>();
        List<Integer> withTable = new ArrayList<>();
        for (int number : others) {
            Part part = parts.apply(number);
            for (String writing : part.writings()) {
                writings.computeIfAbsent(writing, w -> new ArrayList<>()).add(number);
            }
            if (PartSimilarity.hasTable(part.script())) {
                withTable.add(number);
            }
        }
        writings.forEach((writing, numbers) ->
                otherWritings.put(writing, numbers.stream().mapToInt(Integer::intValue).toArray()));
        this.tabled = withTable.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The arrays that a lexicon consists of, to be stored and read again.
    ///
    /// @param weights of each spelling, ascending
    /// @param masks letters of each spelling
    /// @param fars letters far from all of each spelling's
    /// @param owners number of the part of each spelling
    /// @param codeStarts where the codes of each spelling begin; one more than there are spellings
    /// @param codes codes of all spellings
    /// @param groupStarts where the parts of each group of equivalents begin; one more than groups
    /// @param groupParts parts by group
    /// @param others parts of other scripts
    @SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
    public record Tables(
            int[] weights,
            long[] masks,
            long[] fars,
            int[] owners,
            int[] codeStarts,
            byte[] codes,
            int[] groupStarts,
            int[] groupParts,
            int[] others) {}

    /// The arrays of this lexicon; not to be changed.
    public Tables arrays() {
        return new Tables(
                weights, masks, fars, owners, codeStarts, codes, groupStarts, groupParts, others);
    }

    /// A lexicon of arrays made before, with the parts they were made of.
    public static PartLexicon of(Tables arrays, IntFunction<Part> parts) {
        return new PartLexicon(
                arrays.weights,
                arrays.masks,
                arrays.fars,
                arrays.owners,
                arrays.codeStarts,
                arrays.codes,
                arrays.groupStarts,
                arrays.groupParts,
                arrays.others,
                parts);
    }

    /// A lexicon of parts.
    ///
    /// @param numbers of the parts it holds, ascending
    /// @param parts gives the part of a number, always the same
    public static PartLexicon of(int[] numbers, IntFunction<Part> parts) {
        int spellings = 0;
        int letters = 0;
        int groupCount = Equivalents.groupCount();
        int[] groupStarts = new int[groupCount + 1];
        int otherCount = 0;
        for (int number : numbers) {
            Part part = parts.apply(number);
            for (byte[] code : part.allCodes()) {
                spellings++;
                letters += code.length;
            }
            for (int group : part.groups) {
                groupStarts[group + 1]++;
            }
            otherCount += part.script() == Script.LATIN ? 0 : 1;
        }
        for (int g = 0; g < groupCount; g++) {
            groupStarts[g + 1] += groupStarts[g];
        }
        int[] groupFill = groupStarts.clone();
        int[] groupParts = new int[groupStarts[groupCount]];
        int[] others = new int[otherCount];
        long[] order = new long[spellings];
        int[] unsortedOwners = new int[spellings];
        byte[][] unsortedCodes = new byte[spellings][];
        int at = 0;
        otherCount = 0;
        for (int number : numbers) {
            Part part = parts.apply(number);
            for (byte[] code : part.allCodes()) {
                order[at] = (long) LatinCosts.shared().weight(code) << 32 | at;
                unsortedOwners[at] = number;
                unsortedCodes[at++] = code;
            }
            for (int group : part.groups) {
                groupParts[groupFill[group]++] = number;
            }
            if (part.script() != Script.LATIN) {
                others[otherCount++] = number;
            }
        }
        Arrays.sort(order);
        int[] weights = new int[spellings];
        long[] masks = new long[spellings];
        long[] fars = new long[spellings];
        int[] owners = new int[spellings];
        int[] codeStarts = new int[spellings + 1];
        byte[] codes = new byte[letters];
        for (int i = 0; i < spellings; i++) {
            int from = (int) order[i];
            byte[] code = unsortedCodes[from];
            weights[i] = (int) (order[i] >>> 32);
            masks[i] = LatinCosts.mask(code);
            fars[i] = LatinCosts.shared().far(masks[i]);
            owners[i] = unsortedOwners[from];
            System.arraycopy(code, 0, codes, codeStarts[i], code.length);
            codeStarts[i + 1] = codeStarts[i] + code.length;
        }
        return new PartLexicon(
                weights,
                masks,
                fars,
                owners,
                codeStarts,
                codes,
                groupStarts,
                groupParts,
                others,
                parts);
    }

    /// Number of spellings.
    public int size() {
        return weights.length;
    }

    /// Numbers of the parts that are similar to the given one, ascending, each once.
    ///
    /// @param floor similarity from which a part is similar, above 0
    public int[] similar(Part part, double floor) {
        if (floor <= 0 || floor > 1) {
            throw new IllegalArgumentException("floor: " + floor + " is outside 0 to 1");
        }
        Numbers found = new Numbers();
        for (byte[] code : part.allCodes()) {
            addSpelledAlike(code, floor, found);
        }
        for (int group : part.groups) {
            for (int i = groupStarts[group]; i < groupStarts[group + 1]; i++) {
                found.add(groupParts[i]);
            }
        }
        if (part.script() != Script.LATIN) {
            for (String writing : part.writings()) {
                for (int number : otherWritings.getOrDefault(writing, NONE)) {
                    found.add(number);
                }
            }
            if (PartSimilarity.hasTable(part.script())) {
                addLearnedOfLatin(part, floor, found);
            }
        } else {
            for (int number : tabled) {
                if (PartSimilarity.isLearned(part, parts.apply(number), floor)) {
                    found.add(number);
                }
            }
        }
        int[] numbers = found.ascending();
        int kept = 0;
        for (int number : numbers) {
            if (PartSimilarity.between(part, parts.apply(number), floor) >= floor) {
                numbers[kept++] = number;
            }
        }
        return Arrays.copyOf(numbers, kept);
    }

    /// A question in another script looks at each Latin part: rare, and slow.
    private void addLearnedOfLatin(Part part, double floor, Numbers found) {
        int last = -1;
        for (int i = 0; i < owners.length; i++) {
            int number = owners[i];
            if (number != last) {
                last = number;
                Part latin = parts.apply(number);
                if (latin.script() == Script.LATIN
                        && PartSimilarity.isLearned(latin, part, floor)) {
                    found.add(number);
                }
            }
        }
    }

    /// Spellings that {@link PartSimilarity} could find as similar as the floor by their letters.
    private void addSpelledAlike(byte[] code, double floor, Numbers found) {
        LatinCosts costs = LatinCosts.shared();
        PartProbe.Spelling spelling = new PartProbe.Spelling(code, floor);
        int weight = spelling.weight;
        long far = spelling.far;
        long mask = spelling.mask;
        int[] farCounts = new int[BLOCK];
        int from = firstOfWeight((int) costs.leastWeight(weight, floor));
        int to = firstOfWeight((int) Math.min(Integer.MAX_VALUE, costs.mostWeight(weight, floor)));
        for (int start = from; start < to; start += BLOCK) {
            int count = Math.min(BLOCK, to - start);
            for (int i = 0; i < count; i++) {
                farCounts[i] = Long.bitCount(masks[start + i] & far);
            }
            for (int i = 0; i < count; i++) {
                farCounts[i] = Math.max(farCounts[i], Long.bitCount(fars[start + i] & mask));
            }
            int most = (spelling.limit(weights[start + count - 1]) - 1) / LatinCosts.HARD;
            for (int i = 0; i < count; i++) {
                int entry = start + i;
                if (farCounts[i] <= most
                        && spelling.mayResemble(
                                masks[entry],
                                weights[entry],
                                codeStarts[entry + 1] - codeStarts[entry])
                        && spelling.mayResemble(
                                masks[entry],
                                weights[entry],
                                codes,
                                codeStarts[entry],
                                codeStarts[entry + 1])) {
                    found.add(owners[entry]);
                }
            }
        }
    }

    private int firstOfWeight(int weight) {
        int low = 0;
        int high = weights.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weights[middle] < weight) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Growing numbers without order.
    private static final class Numbers {
        private int[] values = new int[64];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] ascending() {
            int[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[kept++] = sorted[i];
                }
            }
            return Arrays.copyOf(sorted, kept);
        }
    }

    @Override
    public String toString() {
        return "PartLexicon[" + weights.length + " spellings]";
    }
}
