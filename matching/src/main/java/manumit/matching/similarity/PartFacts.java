package manumit.matching.similarity;

import manumit.matching.text.Script;

/// What can be said of a part in one machine word, so that {@link PartProbe} tells most parts apart
/// without looking further.
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

    private PartFacts() {}

    /// The facts about a part.
    public static long of(Part part) {
        boolean isTold =
                part.script() == Script.LATIN && part.codes.length == 1 && part.masculine == null;
        return part.letterMask
                | (long) part.heaviest << WEIGHT_SHIFT
                | (part.groups.length > 0 ? GROUPED : 0)
                | (isTold ? 0 : UNTOLD);
    }

    /// The facts about one of several Latin spellings of a part, as if it had no other.
    ///
    /// @param spelling from 0 on, see {@link #spellingCount}
    public static long of(Part part, int spelling) {
        byte[] code = part.allCodes().get(spelling);
        return LatinCosts.mask(code)
                | (long) LatinCosts.shared().weight(code) << WEIGHT_SHIFT
                | (part.groups.length > 0 ? GROUPED : 0);
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

    /// Weight of the part of these facts; 0 where weights do not tell.
    public static int leastWeight(long facts) {
        return (facts & (UNTOLD | GROUPED)) != 0 ? 0 : weight(facts);
    }

    /// The same, but without bound where weights do not tell.
    public static int mostWeight(long facts) {
        return (facts & (UNTOLD | GROUPED)) != 0 ? WEIGHT_MASK : weight(facts);
    }
}
