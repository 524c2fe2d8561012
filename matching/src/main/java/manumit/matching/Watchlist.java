package manumit.matching;

import java.util.Collection;
import java.util.List;
import manumit.matching.index.IndexedWatchlist;

/// A list of identities that can be asked for candidates while it changes. Thread-safe: a change is
/// seen whole or not at all, and by every question that begins after it returned.
public interface Watchlist {

    /// A list of these records; of several with the same list and entity the last one counts.
    static Watchlist of(Collection<Identity> identities) {
        return IndexedWatchlist.of(identities);
    }

    /// Candidates visible to the query's viewer, best first ({@link Candidate#RANKING}). What the
    /// viewer may not see has no influence on the answer.
    List<Candidate> candidates(Query query);

    /// Adds a record, or replaces the one with the same list and entity.
    void put(Identity identity);

    /// Removes a record.
    ///
    /// @return whether it was there
    boolean remove(String list, String entity);

    /// Number of records.
    int size();
}
