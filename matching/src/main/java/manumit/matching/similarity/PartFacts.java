package manumit.matching.similarity;

import manumit.matching.text.Script;

/// What can be said in one machine word about a part, so that most of those that a given part does
/// not resemble are told apart without looking further.
///
/// ```text
/// bits 0–38   letters of its spelling, as in Letters.LATIN
/// bits 40–60  weight of its spelling
/// bit 61      belongs to a group of equivalents
/// bit 62      not told: several spellings or another script
/// ```
public final class PartFacts {

    private static final long LETTERS = (1L << 39) - 1;
    private static final int WEIGHT_SHIFT = 40;
    private static final int WEIGHT_MASK = (1 << 21) - 1;
    private static final long GROUPED = 1L << 61;
    private static final long UNTOLD = 1L << 62;

    private final long far;
    private final int heaviest;
    private final int least;
    private final int most;
    private final double floor;
    private final boolean isGrouped;
    private final boolean isTold;

    private PartFacts(Part part, double floor) {
        this.floor = floor;
        this.isGrouped = part.groups.length > 0;
        this.isTold = isTold(part);
        this.heaviest = part.heaviest;
        LatinCosts costs = LatinCosts.shared();
        this.least = (int) costs.leastWeight(part.lightest, floor);
        this.most = (int) Math.min(Integer.MAX_VALUE, costs.mostWeight(part.heaviest, floor));
        this.far = isTold ? costs.far(part.masks[0]) : 0;
    }

    private static boolean isTold(Part part) {
        return part.script() == Script.LATIN && part.codes.length == 1 && part.masculine == null;
    }

    /// The facts about a part.
    public static long of(Part part) {
        return part.letterMask
                | (long) part.heaviest << WEIGHT_SHIFT
                | (part.groups.length > 0 ? GROUPED : 0)
                | (isTold(part) ? 0 : UNTOLD);
    }

    /// A part to hold facts against.
    ///
    /// @param floor similarity from which two parts count as alike
    public static PartFacts about(Part part, double floor) {
        return new PartFacts(part, floor);
    }

    /// May the part of these facts be as similar as the floor? Where it is, the answer is yes: each
    /// letter that is far from all of the other spelling's costs at least {@link LatinCosts#HARD}.
    public boolean mayResemble(long facts) {
        if (!isTold || (facts & UNTOLD) != 0 || (isGrouped && (facts & GROUPED) != 0)) {
            return true;
        }
        int weight = (int) (facts >>> WEIGHT_SHIFT) & WEIGHT_MASK;
        if (weight < least || weight > most) {
            return false;
        }
        int limit = PartSimilarity.limit(floor, Math.max(heaviest, weight));
        return Long.bitCount(facts & LETTERS & far) * LatinCosts.HARD < limit;
    }

    /// Weight of the part of these facts; 0 where it is not told or a group counts beside it.
    public static int leastWeight(long facts) {
        return (facts & (UNTOLD | GROUPED)) != 0 ? 0 : (int) (facts >>> WEIGHT_SHIFT) & WEIGHT_MASK;
    }

    /// The same, but without bound where it is not told.
    public static int mostWeight(long facts) {
        return (facts & (UNTOLD | GROUPED)) != 0
                ? WEIGHT_MASK
                : (int) (facts >>> WEIGHT_SHIFT) & WEIGHT_MASK;
    }

    /// Least weight of a part as similar as the floor; 0 where weights do not tell.
    public int leastWeight() {
        return isTold ? least : 0;
    }

    /// Greatest weight of a part as similar as the floor.
    public int mostWeight() {
        return isTold ? most : Integer.MAX_VALUE;
    }

    /// Never shows the part.
    @Override
    public String toString() {
        return "PartFacts[" + floor + "]";
    }
}
