package manumit.matching;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import manumit.matching.index.BlocksOfChecks;

/// The checks made lately, kept to be asked backwards: which of them would have found a record that
/// is new or has changed since? The answer to a {@linkplain Watchlist check} and to this question
/// agree, since comparing does not depend on which side asks. Thread-safe: a check is found by
/// every question that begins after {@link #addAll} returned.
public interface RecentChecks {

    /// A check that was made.
    ///
    /// @param number of the check, given by the caller and never given again
    /// @param member for whom it was made
    record RecentCheck(long number, int member, Particulars particulars) {

        /// Never shows who was checked.
        @Override
        public String toString() {
            return "RecentCheck[" + number + "]";
        }
    }

    /// A check that would have found the record.
    ///
    /// @param number of the check
    /// @param bits log2 of the odds that the traveller is the one listed
    record RetroCandidate(long number, double bits, Band band) {}

    /// Keeps at least so many of the latest checks, and at most 262,144 or a sixth more, whichever
    /// is more.
    ///
    /// @param scale of the list that the checks were made against: the same method answers here
    /// @param compaction writes full blocks anew; takes seconds of one core each time
    static RecentChecks keeping(int most, ListScale scale, Executor compaction) {
        return BlocksOfChecks.keeping(most, scale, compaction);
    }

    /// Adds checks; many at once cost less each.
    void addAll(Collection<RecentCheck> checks);

    /// The checks that would have found the record, the best first.
    ///
    /// @param checkers the members whose checks are asked: those that may see the record for hits
    ///   of theirs, the others for hidden hits that only its owner is told
    /// @param minBand least pressing band to answer with
    /// @param limit most checks to answer with, at least 1
    List<RetroCandidate> matching(Particulars record, MemberSet checkers, Band minBand, int limit);

    /// Number of checks that are kept.
    int size();
}
