package manumit.matching.v1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import manumit.matching.names.ParsedName.Joint;
import manumit.matching.names.Role;
import manumit.matching.names.Weight;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartKeys;

/// Which parts of two names stand for each other, in any order.
///
/// Links are chosen greedily, the one that brings most evidence first; a part is used once. A part
/// may stand for two or three neighbours written as one (`Abdulrahman`, `Abd al-Rahman`). Optimal
/// assignment was tried in the prototype and gained nothing on parts this few.
final class NameAlignment {

    /// Rarity of one part counts up to this.
    static final double MAX_PART_BITS = 13;

    /// Similarity given to a part that a full field may have cut off.
    private static final double CUT_SIMILARITY = 0.9;

    /// A patronymic is not the name it comes from: Ivanovich does not stand for Ivan or Ivanov.
    /// Only nearly the same letters do.
    private static final double MIN_PATRONYMIC_SIMILARITY = 0.9;

    private static final double BESIDE_PATRONYMIC = 0.4;

    private static final double INITIAL_SIMILARITY = 0.9;

    /// Evidence of an initial that fits: one letter in about five, by frequency.
    static final double INITIAL_BITS = 2;

    /// Points of the share of a part's rarity that similarity brings, at .5, .6 … 1.
    private static final double[] SHARE = {0.45, 0.55, 0.64, 0.74, 0.86, 0.95};

    private static final double SHARE_FROM = 0.5;

    private final ParsedName query;
    private final ParsedName record;

    /// Similarity of single parts: row = part of the query, column = part of the record.
    private final double[][] single;

    private final List<PartLink> links = new ArrayList<>();
    private final boolean[] queryLinked;
    private final boolean[] recordLinked;
    private int initialsContradict;
    private Contradictions contradictions = Contradictions.NONE;

    private final Similarities similarities;
    private final Rules rules;

    private NameAlignment(
            ParsedName query, ParsedName record, Similarities similarities, Rules rules) {
        this.rules = rules;
        this.query = query;
        this.record = record;
        this.similarities = similarities;
        this.single = new double[query.parts().size()][record.parts().size()];
        this.queryLinked = new boolean[query.parts().size()];
        this.recordLinked = new boolean[record.parts().size()];
    }

    static NameAlignment of(
            ParsedName query, ParsedName record, Similarities similarities, Rules rules) {
        NameAlignment alignment = new NameAlignment(query, record, similarities, rules);
        alignment.compareSingles();
        alignment.linkParts();
        alignment.linkInitials();
        alignment.contradictions = Contradictions.of(alignment);
        return alignment;
    }

    private void compareSingles() {
        for (int q = 0; q < single.length; q++) {
            NamePart a = query.parts().get(q);
            for (int r = 0; r < single[q].length; r++) {
                NamePart b = record.parts().get(r);
                boolean comparable = a.weight() != Weight.INITIAL && b.weight() != Weight.INITIAL;
                single[q][r] = comparable ? similarity(a, b) : 0;
            }
        }
    }

    private double similarity(NamePart a, NamePart b) {
        double plain = keyed(similarities.between(a.part(), b.part(), 0), a.part(), b.part());
        boolean isOnePatronymic = (a.role() == Role.PATRONYMIC) != (b.role() == Role.PATRONYMIC);
        if (isOnePatronymic && plain < MIN_PATRONYMIC_SIMILARITY) {
            return Math.min(plain, BESIDE_PATRONYMIC);
        }
        if (plain < CUT_SIMILARITY
                && ((a.cut() && b.part().beginsWith(a.part()))
                        || (b.cut() && a.part().beginsWith(b.part())))) {
            return CUT_SIMILARITY;
        }
        return plain;
    }

    /// Below the limit for a link where the method asks for a key that the parts do not share.
    private double keyed(double similarity, Part a, Part b) {
        return rules.keyed && similarity >= rules.minPart && !PartKeys.share(a, b)
                ? Math.nextDown(rules.minPart)
                : similarity;
    }

    /// How alike a part and neighbours read as one are; 0 where that is too little for a link.
    private double similarity(Joint joint, Part query, Part record, Part other) {
        double least = leastSimilarity(joint);
        double s = similarities.between(query, record, least);
        boolean hasKey =
                !rules.keyed
                        || s < least
                        || (joint.tied()
                                ? PartKeys.share(joint.part(), other)
                                : PartKeys.shareSound(joint.part(), other));
        return s >= least && hasKey ? s : 0;
    }

    private void linkParts() {
        List<PartLink> possible = new ArrayList<>();
        for (int q = 0; q < single.length; q++) {
            for (int r = 0; r < single[q].length; r++) {
                if (single[q][r] >= rules.minPart) {
                    double rarity =
                            Math.min(
                                    query.parts().get(q).rarityBits(),
                                    record.parts().get(r).rarityBits());
                    possible.add(link(q, 1, r, 1, single[q][r], rarity));
                }
            }
        }
        for (Joint joint : similarities.mayJoin() ? joints(query, record) : List.<Joint>of()) {
            for (int r = 0; r < record.parts().size(); r++) {
                NamePart part = record.parts().get(r);
                double s =
                        part.isFull()
                                ? similarity(joint, joint.part(), part.part(), part.part())
                                : 0;
                if (s > 0) {
                    double rarity = Math.min(joint.rarityBits(), part.rarityBits());
                    possible.add(link(joint.first(), joint.count(), r, 1, s, rarity));
                }
            }
        }
        for (Joint joint : similarities.mayJoin() ? joints(record, query) : List.<Joint>of()) {
            for (int q = 0; q < query.parts().size(); q++) {
                NamePart part = query.parts().get(q);
                double s =
                        part.isFull()
                                ? similarity(joint, part.part(), joint.part(), part.part())
                                : 0;
                if (s > 0) {
                    double rarity = Math.min(joint.rarityBits(), part.rarityBits());
                    possible.add(link(q, 1, joint.first(), joint.count(), s, rarity));
                }
            }
        }
        takeFree(possible, this::strongestFirst);
    }

    /// The joints of a name that may stand for a part of the other, and some more: where the method
    /// asks for a common sound, making most of them is spared.
    private List<Joint> joints(ParsedName name, ParsedName other) {
        if (!rules.keyed) {
            return name.joints();
        }
        return name.joints(written -> {
            long sound = PartKeys.plainSound(written);
            return sound == 0 || other.hasSound(sound);
        });
    }

    /// Takes links in their order, each part once.
    private void takeFree(List<PartLink> possible, Comparator<PartLink> order) {
        if (possible.size() > 1) {
            possible.sort(order);
        }
        for (PartLink link : possible) {
            if (isFree(queryLinked, link.query(), link.queryCount())
                    && isFree(recordLinked, link.record(), link.recordCount())) {
                take(queryLinked, link.query(), link.queryCount());
                take(recordLinked, link.record(), link.recordCount());
                links.add(link);
            }
        }
    }

    private double leastSimilarity(Joint joint) {
        return joint.tied() ? rules.minPart : rules.minJoint;
    }

    /// What is written decides last between joined parts: places alone would let it matter which
    /// name is the query's.
    private int strongestFirst(PartLink a, PartLink b) {
        int order = Double.compare(b.evidence(), a.evidence());
        if (order == 0) {
            order = Double.compare(b.similarity(), a.similarity());
        }
        if (order == 0) {
            order = nearestFirst(a, b);
        }
        if (order == 0) {
            order =
                    Integer.compare(
                            a.queryCount() + a.recordCount(), b.queryCount() + b.recordCount());
        }
        return order == 0 ? joined(a).compareTo(joined(b)) : order;
    }

    /// By place only. Two links that it leaves equal are mirrors of each other and share no part,
    /// so that it does not matter which name is the query's.
    private static int nearestFirst(PartLink a, PartLink b) {
        int order =
                Integer.compare(Math.abs(a.query() - a.record()), Math.abs(b.query() - b.record()));
        return order == 0 ? Integer.compare(a.query() + a.record(), b.query() + b.record()) : order;
    }

    private String joined(PartLink link) {
        return link.queryCount() > link.recordCount()
                ? NameEvidence.written(query, link.query(), link.queryCount())
                : NameEvidence.written(record, link.record(), link.recordCount());
    }

    private static PartLink link(
            int query, int queryCount, int record, int recordCount, double s, double rarity) {
        double evidence = Math.min(MAX_PART_BITS, rarity) * share(s);
        return new PartLink(query, queryCount, record, recordCount, s, evidence);
    }

    /// Share of the rarity that a similarity brings, by straight lines between {@link #SHARE}.
    static double share(double similarity) {
        double x = (Math.min(1, similarity) - SHARE_FROM) * 10;
        int i = Math.min(SHARE.length - 2, (int) x);
        return SHARE[i] + (x - i) * (SHARE[i + 1] - SHARE[i]);
    }

    /// An initial stands for any free part with that letter, the nearest in place first.
    private void linkInitials() {
        List<PartLink> possible = new ArrayList<>();
        for (int q = 0; q < queryLinked.length; q++) {
            for (int r = 0; r < recordLinked.length; r++) {
                NamePart a = query.parts().get(q);
                NamePart b = record.parts().get(r);
                boolean hasInitial = a.weight() == Weight.INITIAL || b.weight() == Weight.INITIAL;
                if (hasInitial
                        && a.weight() != Weight.LIGHT
                        && b.weight() != Weight.LIGHT
                        && a.part().sharesFirstLetter(b.part())) {
                    possible.add(new PartLink(q, 1, r, 1, INITIAL_SIMILARITY, INITIAL_BITS));
                }
            }
        }
        takeFree(possible, NameAlignment::nearestFirst);
        initialsContradict =
                openInitials(query, queryLinked, record, recordLinked)
                        + openInitials(record, recordLinked, query, queryLinked);
    }

    /// Initials without a part they stand for, where the other name has a part left.
    private static int openInitials(
            ParsedName name, boolean[] linked, ParsedName other, boolean[] otherLinked) {
        boolean isPartLeft = false;
        for (int i = 0; i < otherLinked.length; i++) {
            isPartLeft |= !otherLinked[i] && other.parts().get(i).weight() != Weight.LIGHT;
        }
        int open = 0;
        for (int i = 0; i < linked.length && isPartLeft; i++) {
            open += !linked[i] && name.parts().get(i).weight() == Weight.INITIAL ? 1 : 0;
        }
        return open;
    }

    private static boolean isFree(boolean[] linked, int first, int count) {
        for (int i = first; i < first + count; i++) {
            if (linked[i]) {
                return false;
            }
        }
        return true;
    }

    private static void take(boolean[] linked, int first, int count) {
        for (int i = first; i < first + count; i++) {
            linked[i] = true;
        }
    }

    ParsedName query() {
        return query;
    }

    ParsedName record() {
        return record;
    }

    /// Links, the strongest first, initials last.
    List<PartLink> links() {
        return links;
    }

    /// Parts that stand against each other.
    Contradictions contradictions() {
        return contradictions;
    }

    boolean isQueryLinked(int part) {
        return queryLinked[part];
    }

    boolean isRecordLinked(int part) {
        return recordLinked[part];
    }

    /// Similarity of two single parts, also below the limit for a link.
    double similarity(int queryPart, int recordPart) {
        return single[queryPart][recordPart];
    }

    Rules rules() {
        return rules;
    }

    int initialsContradict() {
        return initialsContradict;
    }
}
