package manumit.matching;

import java.util.List;

/// The result of comparing two descriptions.
///
/// @param method version of the scoring method, for example `manumit-1`
/// @param bits sum of the bits of all evidence: log2 of the odds that both mean the same somebody
/// @param score the same in (0, 1): 1 / (1 + 2^-bits); ranks, and does not decide
/// @param band what the score asks of the officer
/// @param query which of the query's names the evidence compares
/// @param record which of the record's names the evidence compares
/// @param evidence reasons, in the order of {@link Field}; their bits sum to `bits`
public record Comparison(
        String method,
        double bits,
        double score,
        Band band,
        String query,
        String record,
        List<Evidence> evidence) {

    public Comparison {
        evidence = List.copyOf(evidence);
    }

    @Override
    public String toString() {
        return "Comparison[" + method + ", " + bits + " bits, " + band + "]";
    }
}
