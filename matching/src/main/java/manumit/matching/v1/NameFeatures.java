package manumit.matching.v1;

import java.util.List;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.names.NameParser;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import manumit.matching.names.Role;
import manumit.matching.similarity.PartSimilarity;

/// What is measured on an alignment of two names; {@link NameWeights} turns it into bits.
///
/// @param evidence rarity brought by all links, in bits, at most {@link #MAX_EVIDENCE}: parts of
///   one culture go together, so that their rarities must not add without end
/// @param contradicted full parts on both sides that stand against each other, 1 to 2 each: 2 for
///   nothing in common, 1 for nearly enough in common to be linked
/// @param omitted full parts that only one side has, beyond the contradicted ones
/// @param onePart 1 if a side has a single full part
/// @param given how well the first given name is matched, 0 to 1, mean of both sides
/// @param givenDisplaced 1 if the first given name of one side stands for another part of the other
///   side, as a father's name inside the son's does, and the two names are not merely turned round
/// @param familyContradicted 1 if both family names stand unmatched
/// @param patronymicContradicted 1 if both have a patronymic and neither is matched
/// @param allMatched 1 if every full part of both is matched exactly, less the less alike they are
/// @param initialsContradict initials that fit no part
/// @param closest highest similarity of any two single parts, also below the limit for a link; not
///   weighed, but told to rank names that have nothing in common
public record NameFeatures(
        double evidence,
        double contradicted,
        double omitted,
        double onePart,
        double given,
        double givenDisplaced,
        double familyContradicted,
        double patronymicContradicted,
        double allMatched,
        double initialsContradict,
        int links,
        double closest) {

    static final double MAX_EVIDENCE = 25;

    /// Names of the weighed features, in the order of {@link #values()}.
    public static final List<String> NAMES =
            List.of(
                    "evidence",
                    "contradicted",
                    "omitted",
                    "one_part",
                    "given",
                    "given_displaced",
                    "family_contradicted",
                    "patronymic_contradicted",
                    "all_matched",
                    "initials_contradict");

    /// The weighed features in the order of {@link #NAMES}.
    public double[] values() {
        return new double[] {
            evidence,
            contradicted,
            omitted,
            onePart,
            given,
            givenDisplaced,
            familyContradicted,
            patronymicContradicted,
            allMatched,
            initialsContradict
        };
    }

    /// Measured on two names of bearers of one kind, for the trainer of the weights.
    public static NameFeatures of(Name query, Name record, EntityKind kind) {
        return of(
                NameAlignment.of(
                        NameParser.parse(query, kind),
                        NameParser.parse(record, kind),
                        PartSimilarity::between,
                        MethodV1.SCORING.rules()));
    }

    static NameFeatures of(NameAlignment alignment) {
        ParsedName query = alignment.query();
        ParsedName record = alignment.record();
        Side q = Side.of(query, alignment, true);
        Side r = Side.of(record, alignment, false);

        double evidence = 0;
        int links = 0;
        double lowest = 1;
        for (PartLink link : alignment.links()) {
            evidence += link.evidence();
            NamePart a = query.parts().get(link.query());
            NamePart b = record.parts().get(link.record());
            if (link.isFull(a, b)) {
                links++;
                lowest = Math.min(lowest, link.similarity());
            }
        }
        double closest = 0;
        for (int i = 0; i < query.parts().size(); i++) {
            for (int j = 0; j < record.parts().size(); j++) {
                closest = Math.max(closest, alignment.similarity(i, j));
            }
        }
        boolean isOnePart = query.fullCount() <= 1 || record.fullCount() <= 1;
        boolean isAllMatched = q.unmatchedFull == 0 && r.unmatchedFull == 0 && links > 0;
        return new NameFeatures(
                Math.min(MAX_EVIDENCE, evidence),
                Math.min(6, alignment.contradictions().sum()),
                Math.min(3, Math.abs(q.unmatchedFull - r.unmatchedFull)),
                isOnePart ? 1 : 0,
                (q.given + r.given) / 2,
                !isOnePart && isGivenDisplaced(q, r) ? 1 : 0,
                !isOnePart && q.family == 0 && r.family == 0 ? 1 : 0,
                q.patronymicUnmatched && r.patronymicUnmatched ? 1 : 0,
                isAllMatched ? 2 * lowest - 1 : 0,
                Math.min(2, alignment.initialsContradict()),
                links,
                closest);
    }

    private static boolean isGivenDisplaced(Side q, Side r) {
        if (q.givenStandsFor < 0 && r.givenStandsFor < 0) {
            return false;
        }
        boolean isSame = q.givenStandsFor == r.givenIndex || r.givenStandsFor == q.givenIndex;
        boolean isTurned =
                q.givenStandsFor >= 0
                        && r.givenStandsFor >= 0
                        && q.givenStandsFor == r.familyIndex
                        && r.givenStandsFor == q.familyIndex;
        return !isSame && !isTurned;
    }

    /// What one of the two names contributes.
    private static final class Side {
        private int unmatchedFull;
        private double given;
        private double family;
        private boolean patronymicUnmatched;
        private int givenIndex;
        private int familyIndex;

        /// Index in the other name of what the first given name is linked with; -1 if nothing.
        private int givenStandsFor = -1;

        static Side of(ParsedName name, NameAlignment alignment, boolean isQuery) {
            Side side = new Side();
            int given = Ends.given(name);
            int family = Ends.family(name);
            side.givenIndex = given;
            side.familyIndex = family;
            for (int i = 0; i < name.parts().size(); i++) {
                NamePart part = name.parts().get(i);
                if (!part.isFull()) {
                    continue;
                }
                boolean isLinked =
                        isQuery ? alignment.isQueryLinked(i) : alignment.isRecordLinked(i);
                if (!isLinked) {
                    side.unmatchedFull++;
                    side.patronymicUnmatched |= part.role() == Role.PATRONYMIC;
                }
            }
            for (PartLink link : alignment.links()) {
                int first = isQuery ? link.query() : link.record();
                int last = first + (isQuery ? link.queryCount() : link.recordCount()) - 1;
                if (first <= given && given <= last) {
                    side.given = link.similarity();
                    side.givenStandsFor = isQuery ? link.record() : link.query();
                }
                if (first <= family && family <= last) {
                    side.family = link.similarity();
                }
            }
            return side;
        }
    }
}
