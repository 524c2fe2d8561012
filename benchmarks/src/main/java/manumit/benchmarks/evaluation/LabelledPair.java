package manumit.benchmarks.evaluation;

import java.util.List;
import manumit.matching.Particulars;

/// Two descriptions, and whether they mean the same somebody.
///
/// @param left as a query
/// @param right as a record
/// @param same the label
/// @param kind where the pair comes from: `alias`, `share`, `near`, `random` …
/// @param reachable whether {@link PlainName#reachable} finds enough in common
/// @param development whether thresholds and weights may be chosen on the pair
record LabelledPair(
        Particulars left,
        Particulars right,
        boolean same,
        String kind,
        boolean reachable,
        boolean development) {

    List<String> leftNames() {
        return left.names().stream().map(n -> n.whole()).toList();
    }

    List<String> rightNames() {
        return right.names().stream().map(n -> n.whole()).toList();
    }

    @Override
    public String toString() {
        return "LabelledPair[" + kind + ", " + (same ? "same" : "different") + "]";
    }
}
