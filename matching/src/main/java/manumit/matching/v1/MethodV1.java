package manumit.matching.v1;

import manumit.matching.Band;
import manumit.matching.Comparison;
import manumit.matching.Matcher;
import manumit.matching.Occasion;
import manumit.matching.Particulars;

/// Scoring method `manumit-1`: evidence of each field in bits, added up; see {@link Scoring}.
///
/// ```text
/// names           −21 …  9   NameEvidence        parts aligned in any order, 0 is "could be either"
/// birth date     −9 … 11   BirthDateEvidence   graded, never a veto
/// documents    −0.5 … 32   DocumentEvidence
/// the rest       −8 …  3   sex, nationality, birth place, kind
/// prior               0    two records side by side; −4 for a traveller against a list
/// ```
///
/// Thread-safe.
public final class MethodV1 implements Matcher {

    public static final String VERSION = "manumit-1";

    /// From here on the evidence outweighs doubt.
    public static final double POSSIBLE_BITS = 0;

    /// From here on, with a birth date or document in support, the odds are 16 to 1.
    public static final double STRONG_BITS = 4;

    public static final double WEAK_BITS = -3;

    /// Similarity from which two parts of a name stand for each other.
    public static final double MIN_PART_SIMILARITY = 0.5;

    /// The same where neighbouring parts are read as one.
    public static final double MIN_JOINT_SIMILARITY = 0.75;

    /// Even odds for names that look alike.
    private static final double PRIOR_SIDE_BY_SIDE = 0;

    /// 16 times less likely: chosen so that at most one unrelated traveller in a thousand reaches
    /// `possible` with name, birth date and nationality given (see `docs/matching.md`).
    private static final double PRIOR_CHECK = PRIOR_SIDE_BY_SIDE - 4;

    /// Both told, the same.
    public static final double SEX_AGREES = 0.5;

    /// Both told, not the same.
    public static final double SEX_CONTRADICTED = -3;

    /// A third of what the rarity of a nationality would suggest: two people taken for each other
    /// mostly come from one country.
    public static final double NATIONALITY_AGREES = 1.3;

    /// None is shared.
    public static final double NATIONALITY_CONTRADICTED = -2.2;

    static final double KIND_CONTRADICTED = -8;

    /// The method, for those who hold names taken apart.
    public static final Scoring SCORING =
            new Scoring(
                    new Rules(
                            VERSION,
                            PRIOR_SIDE_BY_SIDE,
                            PRIOR_CHECK,
                            MIN_PART_SIMILARITY,
                            MIN_JOINT_SIMILARITY,
                            false,
                            NameWeights.read("/manumit/matching/v1/name-weights.tsv"),
                            NameEvidence.MOST,
                            NameEvidence.SCALE_AGAINST));

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Comparison compare(Particulars query, Particulars record, Occasion occasion) {
        return SCORING.compare(query, record, occasion);
    }

    /// Most that birth places can weigh.
    public static double mostOfBirthPlace() {
        return BirthPlaceEvidence.SAME;
    }

    /// Bits from which a sum belongs to the band, or to a more pressing one.
    public static double least(Band band) {
        return switch (band) {
            case STRONG -> STRONG_BITS;
            case POSSIBLE -> POSSIBLE_BITS;
            case WEAK -> WEAK_BITS;
            case NONE -> Double.NEGATIVE_INFINITY;
        };
    }
}
