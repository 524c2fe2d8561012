package manumit.matching.v1;

import java.util.Arrays;
import java.util.List;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import manumit.matching.names.Weight;

/// The most that one name of a query can weigh against any name, by which of its parts find
/// something to stand for: what a search may skip. Immutable and thread-safe.
///
/// Let A be the query's full parts that may be linked with something of the record's name, u the
/// number of its other full parts. Then, with the weights of {@link NameWeights}:
///
/// ```text
/// evidence     ≤ sum over A of the rarity, at most 13 each and at least the 2 of an initial,
///                + 1 for each light part + 2 for each initial; at most 25
/// given        ≤ 1, or ½ if the first given name is not in A: its side then counts 0. The ½ comes
///                from the record's first given name standing for another part of the query: it is
///                displaced, or one side has one part
/// all matched  ≤ 1, only if u = 0
/// one part     = 1 if the query has one full part
/// and if u > 0, one of two holds:
///   every full part of the record is linked: nothing is contradicted, u parts are omitted. If
///     besides only one part of the query can be linked, and only with a single part, the record
///     has one full part, so one part = 1
///   one is not: it stands against one of the u, contradicted ≥ 1
/// ```
///
/// All other features only take away. The sum of the features' weights grows with each of the first
/// three and falls with the others ({@link #NameBound} refuses weights of other signs), so that the
/// bound holds for every alignment.
public final class NameBound {

    /// Most full parts that are told apart; of longer names every part counts as linked.
    private static final int MAX_FULL = 8;

    private static final NameWeights WEIGHTS = NameWeights.FITTED;
    private static final double BIAS = WEIGHTS.bias();
    private static final double EVIDENCE = positive("evidence");
    private static final double GIVEN = positive("given");
    private static final double GIVEN_OF_ONE_SIDE =
            Math.max(0, GIVEN / 2 + Math.max(negative("given_displaced"), negative("one_part")));
    private static final double ALL_MATCHED = positive("all_matched");
    private static final double CONTRADICTED = negative("contradicted");
    private static final double OMITTED = negative("omitted");
    private static final double ONE_PART = negative("one_part");

    static {
        for (String feature :
                List.of("family_contradicted", "patronymic_contradicted", "initials_contradict")) {
            negative(feature);
        }
    }

    /// Places of the full parts in the name.
    private final int[] full;

    /// Rarity of each full part, 2 to 13.
    private final double[] rarity;

    /// What light parts and initials can bring.
    private final double besides;

    /// Number of light parts and initials.
    private final int others;

    /// Which of the full parts is the first given name; -1 if none.
    private final int given;

    /// Most log2 odds by the set of linked parts, for those linked with single parts only; empty
    /// for long names.
    private final double[] direct;

    /// The same for those linked with neighbours read as one too.
    private final double[] joined;

    private NameBound(ParsedName name) {
        List<NamePart> parts = name.parts();
        int[] places = new int[parts.size()];
        int count = 0;
        double rest = 0;
        int restCount = 0;
        for (int i = 0; i < parts.size(); i++) {
            NamePart part = parts.get(i);
            if (part.isFull()) {
                places[count++] = i;
            } else {
                rest += part.weight() == Weight.INITIAL ? NameAlignment.INITIAL_BITS : 1;
                restCount++;
            }
        }
        this.full = Arrays.copyOf(places, count);
        this.rarity = new double[count];
        for (int i = 0; i < count; i++) {
            rarity[i] =
                    Math.clamp(
                            parts.get(full[i]).rarityBits(),
                            NameAlignment.INITIAL_BITS,
                            NameAlignment.MAX_PART_BITS);
        }
        this.besides = rest;
        this.others = restCount;
        int givenPlace = Ends.given(name);
        int which = -1;
        for (int i = 0; i < count; i++) {
            which = full[i] == givenPlace ? i : which;
        }
        this.given = which;
        this.direct = count > MAX_FULL ? new double[0] : new double[1 << count];
        for (int linked = 0; linked < direct.length; linked++) {
            direct[linked] = mostLogit(linked, false);
        }
        this.joined = new double[direct.length];
        for (int linked = 0; linked < joined.length; linked++) {
            joined[linked] = mostLogit(linked, true);
        }
    }

    private static double positive(String feature) {
        return signed(feature, 1);
    }

    private static double negative(String feature) {
        return signed(feature, -1);
    }

    private static double signed(String feature, int sign) {
        double weight = WEIGHTS.of(feature);
        if (weight * sign < 0) {
            throw new IllegalStateException(
                    "name-weights.tsv: the bound expects another sign of " + feature);
        }
        return weight;
    }

    public static NameBound of(ParsedName name) {
        return new NameBound(name);
    }

    /// Number of full parts.
    public int fullCount() {
        return full.length;
    }

    /// Place in the name of full part `index`.
    public int place(int index) {
        return full[index];
    }

    /// All full parts, as a set of bits.
    public int all() {
        return (1 << full.length) - 1;
    }

    /// Most log2 odds, before they are scaled to bits, if of the full parts only those can be
    /// linked, each with a single part of the record.
    ///
    /// @param linked bit i for full part i
    public double mostDirect(int linked) {
        return direct.length == 0 ? mostLogit(all(), false) : direct[linked];
    }

    /// A closer bound, where it is known how alike each full part is at most to what it is linked
    /// with, joined parts left out.
    ///
    /// @param similarities of the full parts told apart; 0 for those that are not linked, 1 for
    ///   those that may be linked with a light part, which does not count among the least alike
    public double mostAlike(double[] similarities) {
        if (full.length > MAX_FULL) {
            return mostLogit(all(), false);
        }
        int linked = 0;
        double evidence = besides;
        double lowest = 1;
        for (int i = 0; i < full.length; i++) {
            double s = similarities[i];
            if (s >= NameAlignment.MIN_SIMILARITY) {
                linked |= 1 << i;
                evidence +=
                        Math.max(NameAlignment.INITIAL_BITS, rarity[i] * NameAlignment.share(s));
                lowest = Math.min(lowest, s);
            }
        }
        double most = direct[linked];
        most -= EVIDENCE * (evidence(linked, -1) - Math.min(NameFeatures.MAX_EVIDENCE, evidence));
        if (linked == all()) {
            most -= ALL_MATCHED * (2 - 2 * lowest);
        }
        if (given >= 0 && (linked >>> given & 1) != 0) {
            most -= GIVEN * (1 - similarities[given]) / 2;
        }
        return most;
    }

    /// The same if up to so many more of some parts may be linked.
    ///
    /// @param some bit i for full part i
    public double mostWithMore(int linked, int some, int more) {
        int left = some & ~linked;
        if (direct.length == 0 || more >= Integer.bitCount(left) || more > 1) {
            return mostDirect(linked | left);
        }
        double most = direct[linked];
        for (int rest = more == 0 ? 0 : left; rest != 0; rest &= rest - 1) {
            most = Math.max(most, direct[linked | (rest & -rest)]);
        }
        return most;
    }

    /// Least similarity at which the link of a full part lets the name bring enough, all else being
    /// as good as can be, a step of .05 low at most; above 1 if no link does.
    public double leastSimilarity(int part, double neededLogit) {
        for (double floor = NameAlignment.MIN_SIMILARITY; floor <= 1; floor += .05) {
            // Anything less alike than the next step brings less than this.
            double step = Math.min(1, floor + .05);
            double evidence =
                    Math.min(
                            NameFeatures.MAX_EVIDENCE,
                            besides
                                    + rarity(all() & ~(1 << part))
                                    + Math.max(
                                            NameAlignment.INITIAL_BITS,
                                            rarity[part] * NameAlignment.share(step)));
            double matched =
                    BIAS
                            + EVIDENCE * evidence
                            + GIVEN
                            + ALL_MATCHED * (2 * step - 1)
                            + (full.length <= 1 ? ONE_PART : 0);
            double unmatched = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < full.length; i++) {
                if (i != part) {
                    unmatched = Math.max(unmatched, mostJoined(all() & ~(1 << i)));
                }
            }
            // A link with a light part brings little, but does not count among the least alike.
            double light = full.length <= 1 ? matched : logit(all(), evidence(all(), part), 0);
            if (Math.max(light, Math.max(matched, unmatched)) >= neededLogit) {
                return floor;
            }
        }
        return 2;
    }

    private double rarity(int linked) {
        double sum = 0;
        for (int i = 0; i < full.length; i++) {
            sum += (linked >>> i & 1) != 0 ? rarity[i] : 0;
        }
        return sum;
    }

    /// Most bits that any name can bring.
    public static double mostBits() {
        double logit = BIAS + EVIDENCE * NameFeatures.MAX_EVIDENCE + GIVEN + ALL_MATCHED;
        return NameEvidence.MOST * (1 - Math.exp(-logit / NameEvidence.MOST)) + 1e-9;
    }

    /// The same if a part may also be linked with neighbours read as one.
    public double mostJoined(int linked) {
        return joined.length == 0 ? mostLogit(all(), true) : joined[linked];
    }

    /// The same if full part `initial` is only linked as an initial.
    public double mostWithInitial(int initial) {
        double most = logit(all(), evidence(all(), initial), 0);
        return full.length == 2 && others == 0 ? most + ONE_PART : most;
    }

    /// The same if the only link is that of neighbours of the query, read as one, with one part.
    public double mostOfJoint() {
        double evidence =
                Math.min(NameFeatures.MAX_EVIDENCE, NameAlignment.MAX_PART_BITS + besides);
        double base = BIAS + EVIDENCE * evidence + GIVEN;
        return Math.max(base + ALL_MATCHED + (others == 0 ? ONE_PART : 0), base);
    }

    private double mostLogit(int linked, boolean joined) {
        int unlinked = full.length - Integer.bitCount(linked);
        double most = logit(linked, evidence(linked, -1), unlinked);
        if (unlinked == 0) {
            return most;
        }
        double omitted = OMITTED * Math.min(3, unlinked);
        if (!joined && Integer.bitCount(linked) + others <= 1 && full.length > 1) {
            // The record has one full part: then a given name is not displaced.
            boolean isOneSided = given >= 0 && (linked >>> given & 1) == 0;
            omitted += ONE_PART + (isOneSided ? GIVEN / 2 - GIVEN_OF_ONE_SIDE : 0);
        }
        return most + Math.max(omitted, CONTRADICTED);
    }

    private double evidence(int linked, int initial) {
        double sum = besides;
        for (int i = 0; i < full.length; i++) {
            if ((linked >>> i & 1) != 0) {
                sum += i == initial ? NameAlignment.INITIAL_BITS : rarity[i];
            }
        }
        return Math.min(NameFeatures.MAX_EVIDENCE, sum);
    }

    private double logit(int linked, double evidence, int unlinked) {
        double sum = BIAS + EVIDENCE * evidence;
        sum += given >= 0 && (linked >>> given & 1) == 0 ? GIVEN_OF_ONE_SIDE : GIVEN;
        sum += unlinked == 0 ? ALL_MATCHED : 0;
        return sum + (full.length <= 1 ? ONE_PART : 0);
    }

    /// Log2 odds that a pair of names needs in order to bring that many bits; infinite where none
    /// can. Names without any link bring less than {@link NameEvidence#LEAST} and are no concern.
    public static double neededLogit(double bits) {
        return NameEvidence.logitFor(bits);
    }

    /// Bits where a side has no name at all.
    public static double missingBits() {
        return NameEvidence.MISSING;
    }

    /// Never shows the name.
    @Override
    public String toString() {
        return "NameBound[" + full.length + " full parts]";
    }
}
