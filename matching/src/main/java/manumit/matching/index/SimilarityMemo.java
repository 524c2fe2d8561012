package manumit.matching.index;

import java.util.Arrays;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartSimilarity;
import manumit.matching.v1.Similarities;
import org.jspecify.annotations.Nullable;

/// Remembers, for one query, how alike its parts are to the words of the records compared with it:
/// the same words stand in many of them. Not thread-safe.
final class SimilarityMemo implements Similarities {

    private static final int SIZE = 1024;

    private final @Nullable Part[] queryParts = new Part[SIZE];
    private final @Nullable Part[] recordParts = new Part[SIZE];
    private final double[] values = new double[SIZE];

    void clear() {
        Arrays.fill(queryParts, null);
    }

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

    // Parts are compared by identity: those of records are made once a word, those of the query
    // once.
    @SuppressWarnings("ReferenceEquality")
    @Override
    public double between(Part query, Part record, double floor) {
        if (floor > 0) {
            return PartSimilarity.between(query, record, floor);
        }
        int hash = query.written().hashCode() * 31 + record.written().hashCode();
        int at = (hash ^ hash >>> 10 ^ hash >>> 20) & SIZE - 1;
        if (queryParts[at] == query && recordParts[at] == record) {
            return values[at];
        }
        double value = PartSimilarity.between(query, record, 0);
        queryParts[at] = query;
        recordParts[at] = record;
        values[at] = value;
        return value;
    }
}
