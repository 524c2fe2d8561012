package manumit.matching.similarity;

import manumit.matching.text.Script;

/// A part, made ready to be held against very many others: tells in a few nanoseconds that two
/// parts are less alike than a floor, which nearly all are. Where it does not, {@link
/// PartSimilarity} decides. One thread at a time.
///
/// Bounds on the cost of edits, each only asked if the one before did not tell:
///
/// ```text
/// weights      each unit of weight they differ by costs something
/// far letters  a letter of one that is far from all of the other's costs at least HARD; what it is
///              longer by beyond these is left out
/// letters      each letter costs at least the cheapest of what it may meet
/// order        letters that do not meet a near one in order are left out, replaced by a far one,
///              or swapped
/// ```
///
/// Last the cost itself is computed; what remains are rules that only take away.
public final class PartProbe {

    private final double floor;
    private final boolean isTold;
    private final boolean isGrouped;
    private final Spelling[] spellings;
    private final int least;
    private final int most;

    private PartProbe(Part part, double floor) {
        this.floor = floor;
        this.isTold = part.script() == Script.LATIN && part.codes.length > 0;
        this.isGrouped = part.groups.length > 0;
        this.spellings =
                part.allCodes().stream()
                        .map(code -> new Spelling(code, floor))
                        .toArray(Spelling[]::new);
        LatinCosts costs = LatinCosts.shared();
        this.least = (int) costs.leastWeight(part.lightest, floor);
        this.most = (int) Math.min(Integer.MAX_VALUE, costs.mostWeight(part.heaviest, floor));
    }

    /// @param floor similarity from which two parts count as alike, above 0
    public static PartProbe of(Part part, double floor) {
        return new PartProbe(part, floor);
    }

    /// May the part of these facts be as similar as the floor? Where it is, the answer is yes.
    ///
    /// @param facts see {@link PartFacts}
    public boolean mayResemble(long facts) {
        if (!isTold || !PartFacts.isTold(facts) || (isGrouped && PartFacts.isGrouped(facts))) {
            return true;
        }
        int weight = PartFacts.weight(facts);
        if (weight < least || weight > most) {
            return false;
        }
        long letters = PartFacts.letters(facts);
        int length = PartFacts.length(facts);
        for (Spelling spelling : spellings) {
            int told =
                    length == PartFacts.MOST_LENGTH
                            ? Math.max(length, spelling.code.length)
                            : length;
            if (spelling.mayResemble(letters, weight, told)) {
                return true;
            }
        }
        return false;
    }

    /// The same, with the spelling at hand: then the answer yes is nearly always right where {@link
    /// #isExact}.
    ///
    /// @param codes holds the spelling of the part of these facts, if they are told
    public boolean mayResemble(long facts, byte[] codes, int first, int end) {
        if (!isTold || !PartFacts.isTold(facts) || (isGrouped && PartFacts.isGrouped(facts))) {
            return true;
        }
        int weight = PartFacts.weight(facts);
        if (weight < least || weight > most) {
            return false;
        }
        long letters = PartFacts.letters(facts);
        for (Spelling spelling : spellings) {
            if (spelling.mayResemble(letters, weight, end - first)
                    && spelling.mayResemble(letters, weight, codes, first, end)) {
                return true;
            }
        }
        return false;
    }

    /// How alike the part of these facts is at most, where they are told.
    ///
    /// @param codes holds the spelling of the part
    /// @return 0 if it is less alike than the floor; 1 where the facts do not tell enough
    public double mostAlike(long facts, byte[] codes, int first, int end) {
        if (!isExact(facts)) {
            return 1;
        }
        int weight = PartFacts.weight(facts);
        if (weight < least || weight > most) {
            return 0;
        }
        long letters = PartFacts.letters(facts);
        double best = 0;
        for (Spelling spelling : spellings) {
            if (spelling.mayResemble(letters, weight, end - first)) {
                best = Math.max(best, spelling.mostAlike(letters, weight, codes, first, end));
            }
        }
        return best;
    }

    /// Does the answer for a part of these facts follow from spellings alone?
    public boolean isExact(long facts) {
        return isTold && PartFacts.isTold(facts) && !(isGrouped && PartFacts.isGrouped(facts));
    }

    /// Least weight of a part as similar as the floor, to be held against {@link
    /// PartFacts#mostWeight}; 0 where weights do not tell.
    public int leastWeight() {
        return isTold && !isGrouped ? least : 0;
    }

    /// Greatest weight of a part as similar as the floor, to be held against {@link
    /// PartFacts#leastWeight}.
    public int mostWeight() {
        return isTold ? most : Integer.MAX_VALUE;
    }

    /// One spelling of the part.
    static final class Spelling {
        /// What it costs at least to be a letter longer or shorter.
        private static final int LEAST_CHANGE_OF_LENGTH =
                Math.min(LatinCosts.MISREAD, LatinCosts.shared().leastDeletion());

        private static final long MISREAD_ONE = LatinCosts.maskOf('m');
        private static final long MISREAD_TWO = LatinCosts.maskOf('r') | LatinCosts.maskOf('n');

        final byte[] code;
        final int weight;
        final long mask;
        final long far;
        private final double floor;
        private final byte[] reach;

        /// For each letter the places of the spelling that it is near to.
        private final long[] places;

        /// For each letter those that stand before it in the spelling.
        private final long[] before;

        private final int[] rows = LatinCosts.rows();

        Spelling(byte[] code, double floor) {
            LatinCosts costs = LatinCosts.shared();
            this.code = code;
            this.floor = floor;
            this.weight = costs.weight(code);
            this.mask = LatinCosts.mask(code);
            this.far = costs.far(mask);
            this.reach = costs.reach(code);
            this.places = costs.nearPlaces(code);
            this.before = new long[places.length];
            for (int i = 1; i < code.length; i++) {
                before[code[i]] |= 1L << code[i - 1];
            }
        }

        int limit(int otherWeight) {
            return PartSimilarity.limit(floor, Math.max(weight, otherWeight));
        }

        /// @param length of the other spelling; of a longer one than this, some length between them
        boolean mayResemble(long letters, int otherWeight, int length) {
            int hard = Long.bitCount(letters & far);
            int longer = length - code.length;
            // Letters beyond are left out, of which as many as there are far ones are counted.
            int rest = Math.max(longer - hard, -longer);
            return hard * LatinCosts.HARD + Math.max(0, rest) * LEAST_CHANGE_OF_LENGTH
                    < limit(otherWeight);
        }

        /// The last two bounds, and the cost itself.
        boolean mayResemble(long letters, int otherWeight, byte[] codes, int first, int end) {
            int limit = limit(otherWeight);
            return cost(letters, codes, first, end, limit) < limit;
        }

        /// By the cost alone; other rules only take away, but for equal spellings.
        double mostAlike(long letters, int otherWeight, byte[] codes, int first, int end) {
            int limit = limit(otherWeight);
            int cost = cost(letters, codes, first, end, limit);
            return cost >= limit
                    ? 0
                    : cost == 0 ? 1 : PartSimilarity.mostAlike(cost, Math.max(weight, otherWeight));
        }

        /// @return the cost, or at least the limit
        private int cost(long letters, byte[] codes, int first, int end, int limit) {
            if (LatinCosts.leastCost(codes, first, end, reach) >= limit) {
                return limit;
            }
            boolean mayBeMisread =
                    ((mask & MISREAD_ONE) != 0 && (letters & MISREAD_TWO) == MISREAD_TWO)
                            || ((letters & MISREAD_ONE) != 0
                                    && (mask & MISREAD_TWO) == MISREAD_TWO);
            if (!mayBeMisread && leastCostInOrder(codes, first, end) >= limit) {
                return limit;
            }
            return LatinCosts.shared().cost(codes, first, end, code, mask, limit, rows);
        }

        /// A bound below the cost of edits, without misread pairs, by the longest sequence of
        /// letters that are near to each other in order (Hyyrö, Bit-parallel LCS-length computation
        /// revisited, 2004).
        ///
        /// With l its length, k pairs of near letters and s swaps in the cheapest way: one letter
        /// of each swap is in order with the k, so k + s ≤ l. Of the shorter spelling at least l −
        /// s fewer than its letters remain, each replaced by a far letter (HARD) or left out with
        /// one of the other (two deletions cost more); the lengths' difference is left out.
        private int leastCostInOrder(byte[] codes, int first, int end) {
            long open = -1L;
            int swaps = 0;
            int last = -1;
            for (int i = first; i < end; i++) {
                int letter = codes[i];
                long met = open & places[letter];
                open = open + met | open - met;
                if (last >= 0) {
                    swaps += (int) (before[last] >>> letter & 1);
                }
                last = letter;
            }
            int length = end - first;
            int inOrder = Long.bitCount(~open & (1L << code.length) - 1);
            int rest = Math.min(length, code.length) - inOrder;
            return Math.max(0, rest * LatinCosts.HARD - swaps * (LatinCosts.HARD - LatinCosts.SWAP))
                    + Math.abs(length - code.length) * LatinCosts.shared().leastDeletion();
        }
    }

    /// Never shows the part.
    @Override
    public String toString() {
        return "PartProbe[" + floor + "]";
    }
}
