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

    /// What the weights of a method bring at most.
    static final class Limits {
        final double bias;
        final double evidence;
        final double given;
        final double givenOfOneSide;
        final double allMatched;
        final double contradicted;
        final double omitted;
        final double onePart;
        final double familyContradicted;

        Limits(NameWeights weights) {
            bias = weights.bias();
            evidence = signed(weights, "evidence", 1);
            given = signed(weights, "given", 1);
            allMatched = signed(weights, "all_matched", 1);
            contradicted = signed(weights, "contradicted", -1);
            omitted = signed(weights, "omitted", -1);
            onePart = signed(weights, "one_part", -1);
            double displaced = signed(weights, "given_displaced", -1);
            givenOfOneSide = Math.max(0, given / 2 + Math.max(displaced, onePart));
            familyContradicted = signed(weights, "family_contradicted", -1);
            for (String feature : List.of("patronymic_contradicted", "initials_contradict")) {
                signed(weights, feature, -1);
            }
        }

        private static double signed(NameWeights weights, String feature, int sign) {
            double weight = weights.of(feature);
            if (weight * sign < 0) {
                throw new IllegalStateException(
                        "name weights: the bound expects another sign of " + feature);
            }
            return weight;
        }
    }

    private final Rules rules;
    private final Limits limits;

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

    /// Which of them is the family name; -1 if none.
    private final int family;

    /// Most log2 odds by the set of linked parts, for those linked with single parts only; empty
    /// for long names.
    private final double[] direct;

    /// The same for those linked with neighbours read as one too.
    private final double[] joined;

    private NameBound(ParsedName name, Rules rules) {
        this.rules = rules;
        this.limits = rules.limits;
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
        this.given = Arrays.binarySearch(full, Ends.given(name));
        this.family = Arrays.binarySearch(full, Ends.family(name));
        this.direct = count > MAX_FULL ? new double[0] : new double[1 << count];
        for (int linked = 0; linked < direct.length; linked++) {
            direct[linked] = mostLogit(linked, false);
        }
        this.joined = new double[direct.length];
        for (int linked = 0; linked < joined.length; linked++) {
            joined[linked] = mostLogit(linked, true);
        }
    }

    public static NameBound of(ParsedName name, Rules rules) {
        return new NameBound(name, rules);
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
            if (s >= rules.minPart) {
                linked |= 1 << i;
                evidence +=
                        Math.max(NameAlignment.INITIAL_BITS, rarity[i] * NameAlignment.share(s));
                lowest = Math.min(lowest, s);
            }
        }
        double most = direct[linked];
        most -=
                limits.evidence
                        * (evidence(linked, -1) - Math.min(NameFeatures.MAX_EVIDENCE, evidence));
        if (linked == all()) {
            most -= limits.allMatched * (2 - 2 * lowest);
        }
        if (given >= 0 && (linked >>> given & 1) != 0) {
            most -= limits.given * (1 - similarities[given]) / 2;
        }
        return most;
    }

    /// One name of a record, by what its parts may be linked with.
    ///
    /// @param full number of full parts
    /// @param linkable how many of these may be linked
    /// @param isPlain whether it has full parts only
    /// @param given how alike its first given name and any part it may be linked with are at most;
    ///   0 if it cannot be linked or there is none
    /// @param hasFamily whether its family name may be linked
    public record OfName(
            int full, int linkable, boolean isPlain, double given, boolean hasFamily) {}

    /// A closer bound still, on one name of a record, of which it is known what each of its parts
    /// is like; joined parts left out.
    ///
    /// Let l of the query's n full parts find something in a name of m full parts, of which k find
    /// something in turn, and o be the query's other parts. Then at least min(n − l, m − k − o)
    /// pairs stand against each other. Where both names consist of full parts only, links take one
    /// of each, so that |n − m| are omitted, and all can be matched only if n = m. Without other
    /// parts in the query, what is said of the record's given and family name holds, too.
    ///
    /// @param similarities as {@link #mostAlike} has them
    /// @param evidence most bits that a link of each full part brings
    public double mostOfName(double[] similarities, double[] evidence, OfName record) {
        boolean isPlain = record.isPlain && others == 0;
        int linked = 0;
        double sum = besides;
        double lowest = 1;
        for (int i = 0; i < full.length; i++) {
            if (similarities[i] >= rules.minPart) {
                linked++;
                sum += evidence[i];
                lowest = Math.min(lowest, similarities[i]);
            }
        }
        int unlinked = full.length - linked;
        double most = limits.bias + limits.evidence * Math.min(NameFeatures.MAX_EVIDENCE, sum);
        most += mostOfEnds(similarities, record);
        if (unlinked == 0 && (!isPlain || record.full == full.length)) {
            most += limits.allMatched * (2 * lowest - 1);
        }
        int against = Math.min(unlinked, record.full - record.linkable - others);
        if (against > 0) {
            most += limits.contradicted * Math.min(6, against);
        }
        int omitted = isPlain ? Math.abs(full.length - record.full) : against > 0 ? 0 : unlinked;
        // Without a pair against each other, either all that is unlinked is omitted or there is
        // one.
        double left = limits.omitted * Math.min(3, omitted);
        most += isPlain || against > 0 ? left : Math.max(left, limits.contradicted);
        return most + (isOnePart(record) ? limits.onePart : 0);
    }

    /// What given and family names bring at most.
    private double mostOfEnds(double[] similarities, OfName record) {
        if (others > 0) {
            return given < 0 || similarities[given] >= rules.minPart
                    ? limits.given
                    : record.full <= 1 ? limits.given / 2 : limits.givenOfOneSide;
        }
        boolean isGiven = given >= 0 && similarities[given] >= rules.minPart;
        double most =
                isGiven
                        ? limits.given * (similarities[given] + record.given) / 2
                        : record.given == 0
                                ? 0
                                : isOnePart(record) ? limits.given / 2 : limits.givenOfOneSide;
        boolean isFamily =
                record.hasFamily || (family >= 0 && similarities[family] >= rules.minPart);
        return isFamily || isOnePart(record) ? most : most + limits.familyContradicted;
    }

    private boolean isOnePart(OfName record) {
        return full.length <= 1 || record.full <= 1;
    }

    /// Most evidence that a link of full part `part` with a part so alike and so rare brings.
    public double evidence(int part, double similarity, double rarityBits) {
        return Math.min(rarity[part], rarityBits) * NameAlignment.share(similarity);
    }

    /// Most evidence of a link with an initial.
    public static double initialEvidence() {
        return NameAlignment.INITIAL_BITS;
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
        for (double floor = rules.minPart; floor <= 1; floor += .05) {
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
                    limits.bias
                            + limits.evidence * evidence
                            + limits.given
                            + limits.allMatched * (2 * step - 1)
                            + (full.length <= 1 ? limits.onePart : 0);
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
    public static double mostBits(Rules rules) {
        Limits limits = rules.limits;
        double logit =
                limits.bias
                        + limits.evidence * NameFeatures.MAX_EVIDENCE
                        + limits.given
                        + limits.allMatched;
        return rules.most * (1 - Math.exp(-logit / rules.most)) + 1e-9;
    }

    /// The same if a part may also be linked with neighbours read as one.
    public double mostJoined(int linked) {
        return joined.length == 0 ? mostLogit(all(), true) : joined[linked];
    }

    /// The same if full part `initial` is only linked as an initial.
    public double mostWithInitial(int initial) {
        double most = logit(all(), evidence(all(), initial), 0);
        return full.length == 2 && others == 0 ? most + limits.onePart : most;
    }

    /// The same if the only link is that of neighbours of the query, read as one, with one part.
    public double mostOfJoint() {
        double evidence =
                Math.min(NameFeatures.MAX_EVIDENCE, NameAlignment.MAX_PART_BITS + besides);
        double base = limits.bias + limits.evidence * evidence + limits.given;
        return Math.max(base + limits.allMatched + (others == 0 ? limits.onePart : 0), base);
    }

    private double mostLogit(int linked, boolean joined) {
        int unlinked = full.length - Integer.bitCount(linked);
        double most = logit(linked, evidence(linked, -1), unlinked);
        if (unlinked == 0) {
            return most;
        }
        double omitted = limits.omitted * Math.min(3, unlinked);
        if (!joined && Integer.bitCount(linked) + others <= 1 && full.length > 1) {
            // The record has one full part: then a given name is not displaced.
            boolean isOneSided = given >= 0 && (linked >>> given & 1) == 0;
            omitted += limits.onePart + (isOneSided ? limits.given / 2 - limits.givenOfOneSide : 0);
        }
        return most + Math.max(omitted, limits.contradicted);
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
        double sum = limits.bias + limits.evidence * evidence;
        sum += given >= 0 && (linked >>> given & 1) == 0 ? limits.givenOfOneSide : limits.given;
        sum += unlinked == 0 ? limits.allMatched : 0;
        return sum + (full.length <= 1 ? limits.onePart : 0);
    }

    /// Log2 odds that a pair of names needs in order to bring that many bits; infinite where none
    /// can. Names without any link bring less than {@link NameEvidence#LEAST} and are no concern.
    public static double neededLogit(double bits, Rules rules) {
        return NameEvidence.logitFor(bits, rules);
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
