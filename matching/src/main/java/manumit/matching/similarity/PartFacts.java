package manumit.matching.similarity;

import manumit.matching.text.Script;

/// What can be said of a part in one machine word, so that {@link PartProbe} tells most parts apart
/// without looking further.
///
/// ```text
/// bits 0–38   letters of its spelling, as in Letters.LATIN
/// bits 39–55  weight of its spelling, the greatest of several
/// bits 56–60  length of its spelling, 31 for all longer ones, the greatest of several
/// bit 61      belongs to a group of equivalents
/// bit 62      not told: several spellings or another script
/// bit 63      another script: weights tell nothing
/// ```
public final class PartFacts {

    private static final long LETTERS = (1L << 39) - 1;
    private static final int WEIGHT_SHIFT = 39;
    private static final int WEIGHT_MASK = (1 << 17) - 1;
    private static final int LENGTH_SHIFT = 56;

    /// Stands for all greater lengths too.
    static final int MOST_LENGTH = 31;

    private static final long GROUPED = 1L << 61;
    private static final long UNTOLD = 1L << 62;
    private static final long FOREIGN = 1L << 63;

    private PartFacts() {}

    /// The facts about a part.
    public static long of(Part part) {
        boolean isTold =
                part.script() == Script.LATIN && part.codes.length == 1 && part.masculine == null;
        int longest = 0;
        for (byte[] code : part.allCodes()) {
            longest = Math.max(longest, code.length);
        }
        return part.letterMask
                | measures(part.heaviest, longest)
                | (part.groups.length > 0 ? GROUPED : 0)
                | (isTold ? 0 : UNTOLD)
                | (part.script() == Script.LATIN ? 0 : FOREIGN);
    }

    /// The facts about one of several Latin spellings of a part, as if it had no other.
    ///
    /// @param spelling from 0 on, see {@link #spellingCount}
    public static long of(Part part, int spelling) {
        byte[] code = part.allCodes().get(spelling);
        return LatinCosts.mask(code)
                | measures(LatinCosts.shared().weight(code), code.length)
                | (part.groups.length > 0 ? GROUPED : 0);
    }

    private static long measures(int weight, int length) {
        if (weight > WEIGHT_MASK) {
            throw new IllegalStateException("weight: " + weight + " is above " + WEIGHT_MASK);
        }
        return (long) weight << WEIGHT_SHIFT | (long) Math.min(MOST_LENGTH, length) << LENGTH_SHIFT;
    }

    /// Codes of one of several Latin spellings.
    public static byte[] codes(Part part, int spelling) {
        return part.allCodes().get(spelling);
    }

    /// Number of Latin spellings that tell all; 0 for a part of another script.
    public static int spellingCount(Part part) {
        return part.script() == Script.LATIN ? part.allCodes().size() : 0;
    }

    /// Codes of the one spelling of a part whose facts are told; empty where they are not.
    public static byte[] codes(Part part) {
        return isTold(of(part)) ? part.codes[0] : new byte[0];
    }

    static boolean isTold(long facts) {
        return (facts & UNTOLD) == 0;
    }

    /// Do equivalents count beside the spelling?
    public static boolean isGrouped(long facts) {
        return (facts & GROUPED) != 0;
    }

    static long letters(long facts) {
        return facts & LETTERS;
    }

    static int weight(long facts) {
        return (int) (facts >>> WEIGHT_SHIFT) & WEIGHT_MASK;
    }

    /// Length of the spelling; {@link #MOST_LENGTH} for longer ones too.
    static int length(long facts) {
        return (int) (facts >>> LENGTH_SHIFT) & MOST_LENGTH;
    }

    /// Greatest length of the part of these facts; {@link #MOST_LENGTH} where lengths do not tell.
    public static int mostLength(long facts) {
        return (facts & FOREIGN) != 0 ? MOST_LENGTH : length(facts);
    }

    /// Weight of the part of these facts, for {@link PartProbe#mostWeight}; 0 where weights do not
    /// tell, or not alone.
    public static int leastWeight(long facts) {
        return (facts & (UNTOLD | GROUPED)) != 0 ? 0 : weight(facts);
    }

    /// Greatest weight of the part of these facts, for {@link PartProbe#leastWeight}; without bound
    /// where weights do not tell.
    public static int mostWeight(long facts) {
        return (facts & FOREIGN) != 0 ? WEIGHT_MASK : weight(facts);
    }
}
