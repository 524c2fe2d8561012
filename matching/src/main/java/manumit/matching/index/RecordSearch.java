package manumit.matching.index;

import manumit.matching.Query;
import manumit.matching.v1.Prepared;

/// Finds the records of one segment that may be candidates for a query. One search at a time.
interface RecordSearch {

    long ALL_NAMES = -1L;

    /// Collects the records that may be candidates; see {@link #found}.
    ///
    /// @return how many
    int run(Query query, Prepared prepared);

    /// Record number `index` of those found, each once.
    int found(int index);

    /// The names of that record that may make it a candidate: bit i for the i-th of them, counted
    /// from 0; the last bit stands for all that follow, too.
    default long names(int index) {
        return ALL_NAMES;
    }

    /// May neighbouring parts read as one link the names of that record and the query's?
    default boolean mayJoin(int index) {
        return true;
    }
}
