package manumit.matching.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.NameKind;
import manumit.matching.Outcome;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import manumit.matching.names.Role;

/// What the best pair of two bearers' names says.
///
/// @param bits weight of the evidence, between {@link #LEAST} and {@link #MOST}
/// @param alignment of the pair of names that says most; the pieces of evidence follow from it
/// @param logit before it was scaled and bounded
/// @param features measured on the alignment
record NameEvidence(double bits, NameAlignment alignment, double logit, NameFeatures features) {

    /// Names that have a part in common, however much speaks against them, weigh at least this. 0
    /// is a pair of names that is as likely to belong to one person as to two, among pairs that
    /// look alike.
    static final double LEAST = -18;

    /// Names without any full part in common, not even nearly, weigh less than {@link #LEAST} by up
    /// to this, the less alike the more. Even a shared birth date, nationality and birth place
    /// leave them below every band: an index need not find them.
    private static final double APART = 3;

    /// Names of one culture are not made of independent parts, so that even a long and rare name
    /// says less than this. A birth date can overrule it.
    static final double MOST = 9;

    /// Where a side has no name at all.
    static final double MISSING = -7.5;

    /// Where names speak against each other they do so more loudly than the odds among look-alikes
    /// say: few pairs look alike in the first place. At 1.5, one in six strangers of one culture
    /// with the same birth date came out strong.
    static final double SCALE_AGAINST = 2.5;

    /// Similarity from which two parts are called spellings of one name.
    private static final double AGREES = 0.9;

    /// A match on an unreliable alias.
    static final double WEAK_ALIAS = -2.5;

    /// The best of all pairs of names.
    static NameEvidence of(
            List<ParsedName> query,
            List<ParsedName> record,
            Similarities similarities,
            Rules rules) {
        NameEvidence best = null;
        for (ParsedName q : query) {
            for (ParsedName r : record) {
                NameEvidence pair = of(q, r, similarities, rules);
                if (best == null
                        || pair.bits > best.bits
                        || (pair.bits == best.bits && pair.logit > best.logit)) {
                    best = pair;
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("query, record: both need a name");
        }
        return best;
    }

    private static NameEvidence of(
            ParsedName query, ParsedName record, Similarities similarities, Rules rules) {
        NameAlignment alignment = NameAlignment.of(query, record, similarities, rules);
        NameFeatures features = NameFeatures.of(alignment);
        double logit = rules.weights.logit(features);
        if (query.kind() == NameKind.WEAK_ALIAS || record.kind() == NameKind.WEAK_ALIAS) {
            logit += WEAK_ALIAS;
        }
        return new NameEvidence(bits(logit, features, rules), alignment, logit, features);
    }

    /// What the logarithm of the odds is multiplied with. Above even it bends towards {@link #MOST}
    /// without reaching it, so that better names still rank higher.
    private static double scale(double logit, Rules rules) {
        if (logit <= 0) {
            return rules.against;
        }
        return rules.most * (1 - Math.exp(-logit / rules.most)) / logit;
    }

    /// The least log2 odds that bring that many bits, by the reverse of {@link #scale}, a hair low
    /// so that rounding loses nothing; infinite where none do.
    static double logitFor(double bits, Rules rules) {
        double hair = 1e-9;
        if (bits <= LEAST) {
            return Double.NEGATIVE_INFINITY;
        }
        if (bits <= 0) {
            return bits / rules.against - hair;
        }
        return bits >= rules.most
                ? Double.POSITIVE_INFINITY
                : -rules.most * Math.log(1 - bits / rules.most) - hair;
    }

    private static double bits(double logit, NameFeatures features, Rules rules) {
        if (features.links() == 0) {
            double likeness = Math.min(1, features.closest() / rules.minPart);
            return LEAST - APART * (1 - likeness);
        }
        return Math.max(logit * scale(logit, rules), LEAST);
    }

    /// One piece per part, the query's parts in order and then the record's left over, and last
    /// what the name says as a whole; together they weigh {@link #bits}.
    List<Evidence> pieces() {
        ParsedName query = alignment.query();
        ParsedName record = alignment.record();
        NameWeights weights = alignment.rules().weights;
        double scale = scale(logit, alignment.rules());
        double evidence = alignment.links().stream().mapToDouble(PartLink::evidence).sum();
        double perBit =
                evidence == 0 ? 0 : weights.of("evidence") * features.evidence() / evidence * scale;
        List<Evidence> pieces = new ArrayList<>();
        alignment.links().stream()
                .sorted((a, b) -> Integer.compare(a.query(), b.query()))
                .forEach(link ->
                        pieces.add(
                                new Evidence(
                                        Field.NAME,
                                        link.similarity() >= AGREES ? Outcome.AGREE : Outcome.NEAR,
                                        written(query, link.query(), link.queryCount()),
                                        written(record, link.record(), link.recordCount()),
                                        link.evidence() * perBit)));
        addContradictions(pieces, scale);
        addOmissions(pieces, scale);
        double told = pieces.stream().mapToDouble(Evidence::bits).sum();
        pieces.add(new Evidence(Field.NAME_FORM, form(), "", "", bits - told));
        return pieces;
    }

    private void addContradictions(List<Evidence> pieces, double scale) {
        ParsedName query = alignment.query();
        ParsedName record = alignment.record();
        NameWeights weights = alignment.rules().weights;
        for (Contradictions.Pair pair : alignment.contradictions().pairs()) {
            NamePart a = query.parts().get(pair.query());
            NamePart b = record.parts().get(pair.record());
            double bits = weights.of("contradicted") * pair.degree();
            if (a.role() == Role.PATRONYMIC && b.role() == Role.PATRONYMIC) {
                bits += weights.of("patronymic_contradicted");
            }
            pieces.add(
                    new Evidence(
                            Field.NAME,
                            Outcome.CONTRADICTED,
                            a.written(),
                            b.written(),
                            bits * scale));
        }
    }

    private void addOmissions(List<Evidence> pieces, double scale) {
        ParsedName query = alignment.query();
        ParsedName record = alignment.record();
        double bits = alignment.rules().weights.of("omitted") * scale;
        List<Contradictions.Pair> pairs = alignment.contradictions().pairs();
        for (int i = 0; i < query.parts().size(); i++) {
            int part = i;
            boolean isFree =
                    !alignment.isQueryLinked(i) && pairs.stream().noneMatch(p -> p.query() == part);
            if (isFree && query.parts().get(i).isFull()) {
                String value = query.parts().get(i).written();
                pieces.add(new Evidence(Field.NAME, Outcome.OMITTED, value, "", bits));
            }
        }
        for (int i = 0; i < record.parts().size(); i++) {
            int part = i;
            boolean isFree =
                    !alignment.isRecordLinked(i)
                            && pairs.stream().noneMatch(p -> p.record() == part);
            if (isFree && record.parts().get(i).isFull()) {
                String value = record.parts().get(i).written();
                pieces.add(new Evidence(Field.NAME, Outcome.OMITTED, "", value, bits));
            }
        }
    }

    private Outcome form() {
        if (features.contradicted() > 0) {
            return Outcome.CONTRADICTED;
        }
        if (features.omitted() > 0 || features.links() == 0) {
            return Outcome.OMITTED;
        }
        boolean isAlike = alignment.links().stream().allMatch(link -> link.similarity() >= AGREES);
        return isAlike ? Outcome.AGREE : Outcome.NEAR;
    }

    static String written(ParsedName name, int first, int count) {
        return name.parts().subList(first, first + count).stream()
                .map(NamePart::written)
                .collect(Collectors.joining(" "));
    }
}
