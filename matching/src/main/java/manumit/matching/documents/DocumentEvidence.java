package manumit.matching.documents;

import java.util.List;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.Outcome;
import manumit.matching.TravelDocument;

/// What two sets of documents say about their holders.
///
/// @param outcome how the best pair of numbers stands to each other
/// @param query the query's document as shown to the officer; empty where there is none
/// @param record the record's document; empty where there is none
/// @param bits weight of the evidence
public record DocumentEvidence(Outcome outcome, String query, String record, double bits) {

    /// Nothing to compare.
    public static final DocumentEvidence NONE = new DocumentEvidence(Outcome.UNKNOWN, "", "", 0);

    /// The same number, type and issuer. Outweighs a name and a birth date that both contradict: a
    /// listed document is to be looked at whoever carries it.
    private static final double SAME = 32;

    private static final double SAME_ISSUER_UNKNOWN = 28;

    /// The same digits under another issuer or type: numbers repeat between countries, so the name
    /// or the birth date has to support it.
    private static final double OTHER_ISSUER = 4;

    /// What reading O for 0 costs: such a pair agrees by confusion only.
    private static final double CONFUSED = -6;

    /// A check digit that fails says that somebody mistyped.
    private static final double CHECK_FAILS = -3;

    /// Two passports of one country with different numbers: people renew, so it says little.
    private static final double DIFFERENT = -0.5;

    /// Each character of a number carries at most this much, log2 of ten digits.
    private static final double BITS_PER_CHARACTER = 3.3;

    /// The best pair of documents, or the mild doubt where comparable documents all differ.
    public static DocumentEvidence of(List<TravelDocument> query, List<TravelDocument> record) {
        DocumentEvidence best = NONE;
        for (TravelDocument q : query) {
            for (TravelDocument r : record) {
                DocumentEvidence pair = of(q, r);
                if (pair.outcome != Outcome.UNKNOWN
                        && (best.outcome == Outcome.UNKNOWN || pair.bits > best.bits)) {
                    best = pair;
                }
            }
        }
        return best;
    }

    private static DocumentEvidence of(TravelDocument q, TravelDocument r) {
        DocumentNumber qn = DocumentNumber.of(q.number());
        DocumentNumber rn = DocumentNumber.of(r.number());
        if (!qn.isComparable() || !rn.isComparable()) {
            return NONE;
        }
        boolean same =
                qn.plain().equals(rn.plain())
                        || CheckDigits.isWithCheckDigit(qn.plain(), rn.plain())
                        || CheckDigits.isWithCheckDigit(rn.plain(), qn.plain());
        boolean confused = !same && qn.folded().equals(rn.folded());
        boolean issuersKnown =
                !q.issuer().equals(Country.UNKNOWN) && !r.issuer().equals(Country.UNKNOWN);
        boolean issuerAgrees = issuersKnown && q.issuer().equals(r.issuer());
        boolean typesKnown = isTold(q.type()) && isTold(r.type());
        boolean typeAgrees = !typesKnown || q.type() == r.type();
        if (!same && !confused) {
            return issuerAgrees && typesKnown && typeAgrees
                    ? new DocumentEvidence(Outcome.CONTRADICTED, shown(q), shown(r), DIFFERENT)
                    : NONE;
        }
        boolean elsewhere = (issuersKnown && !issuerAgrees) || !typeAgrees;
        double bits = elsewhere ? OTHER_ISSUER : issuerAgrees ? SAME : SAME_ISSUER_UNKNOWN;
        int length = Math.min(qn.plain().length(), rn.plain().length());
        bits = Math.min(bits, BITS_PER_CHARACTER * length);
        if (confused) {
            bits = Math.max(bits + CONFUSED, bits / 2);
        }
        if (CheckDigits.verdict(q) == CheckDigits.Verdict.FAILS
                || CheckDigits.verdict(r) == CheckDigits.Verdict.FAILS) {
            bits = Math.max(bits + CHECK_FAILS, bits / 2);
        }
        Outcome outcome = same && !elsewhere ? Outcome.AGREE : Outcome.NEAR;
        return new DocumentEvidence(outcome, shown(q), shown(r), bits);
    }

    private static boolean isTold(DocumentType type) {
        return type != DocumentType.UNKNOWN && type != DocumentType.OTHER;
    }

    private static String shown(TravelDocument document) {
        return document.issuer().equals(Country.UNKNOWN)
                ? document.number()
                : document.number() + " (" + document.issuer().code() + ")";
    }

    /// As a piece of the explanation.
    public Evidence piece() {
        return new Evidence(Field.DOCUMENT, outcome, query, record, bits);
    }

    /// Never shows the numbers.
    @Override
    public String toString() {
        return "DocumentEvidence[" + outcome + ", " + bits + "]";
    }
}
