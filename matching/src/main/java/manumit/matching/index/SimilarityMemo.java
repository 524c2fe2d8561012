package manumit.matching.index;

import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartSimilarity;
import manumit.matching.v1.Similarities;
import org.jspecify.annotations.Nullable;

/// Remembers how alike parts of queries are to words of a segment: the same words stand in many
/// records, and frequent ones in many queries. Not thread-safe.
final class SimilarityMemo implements Similarities {

    private static final int SIZE = 8192;

    private final @Nullable Part[] queryParts = new Part[SIZE];
    private final @Nullable Part[] recordParts = new Part[SIZE];
    private final double[] values = new double[SIZE];

    private boolean mayJoin = true;

    /// Says of the record compared next whether its name and the query's may be linked through
    /// neighbours read as one.
    void setMayJoin(boolean value) {
        mayJoin = value;
    }

    @Override
    public boolean mayJoin() {
        return mayJoin;
    }

    // Parts of records are made once a word, those of a query with each query.
    @SuppressWarnings("ReferenceEquality")
    @Override
    public double between(Part query, Part record, double floor) {
        if (floor > 0) {
            return PartSimilarity.between(query, record, floor);
        }
        int hash = query.written().hashCode() * 31 + record.written().hashCode();
        int at = (hash ^ hash >>> 13 ^ hash >>> 26) & SIZE - 1;
        if (recordParts[at] == record && isSame(queryParts[at], query)) {
            return values[at];
        }
        double value = PartSimilarity.between(query, record, 0);
        queryParts[at] = query;
        recordParts[at] = record;
        values[at] = value;
        return value;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable Part known, Part asked) {
        return known == asked || (known != null && known.written().equals(asked.written()));
    }

    /// Never shows the parts.
    @Override
    public String toString() {
        return "SimilarityMemo[" + SIZE + "]";
    }
}
