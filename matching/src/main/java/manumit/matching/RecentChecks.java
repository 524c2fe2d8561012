package manumit.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import manumit.matching.index.IndexedWatchlist;
import org.jspecify.annotations.Nullable;

/// The checks made lately, kept to be asked backwards: which of them would have found a record that
/// is new or has changed since? The answer to a {@linkplain Watchlist check} and to this question
/// agree, since comparing does not depend on which side asks.
///
/// Checks stand in blocks in the order they came, each a watchlist of travellers. The block that
/// fills keeps them as they are; a full one is written anew into flat arrays, in the background,
/// and answers meanwhile. When there are too many checks, the oldest block is let go. Thread-safe:
/// a check is found by every question that begins after {@link #addAll} returned.
public final class RecentChecks {

    private static final int BLOCK = 262_144;

    /// A check that was made.
    ///
    /// @param number of the check, given by the caller; a check with the same number is replaced as
    ///   long as it stands in the block that fills
    /// @param member for whom it was made
    public record RecentCheck(long number, int member, Particulars particulars) {

        private static final String LIST = "check";

        private Identity asIdentity() {
            return new Identity(LIST, Long.toString(number), particulars, MemberSet.of(member));
        }

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
    public record RetroCandidate(long number, double bits, Band band) {}

    /// @param blocks full ones, the oldest first
    /// @param filling the youngest
    private record State(List<IndexedWatchlist> blocks, IndexedWatchlist filling) {}

    private final int most;
    private final int blockSize;
    private final Executor compaction;
    private volatile State state = new State(List.of(), IndexedWatchlist.of(List.of()));

    private RecentChecks(int most, int blockSize, Executor compaction) {
        if (most < 1) {
            throw new IllegalArgumentException("most: at least 1, found " + most);
        }
        this.most = most;
        this.blockSize = blockSize;
        this.compaction = compaction;
    }

    /// Keeps at least so many of the latest checks, and at most a block (262,144) more.
    ///
    /// @param compaction writes full blocks anew; takes seconds of one core each time
    public static RecentChecks keeping(int most, Executor compaction) {
        return new RecentChecks(most, BLOCK, compaction);
    }

    static RecentChecks keeping(int most, int blockSize, Executor compaction) {
        return new RecentChecks(most, blockSize, compaction);
    }

    /// Adds checks; many at once cost less each.
    public void addAll(Collection<RecentCheck> checks) {
        IndexedWatchlist full = add(checks.stream().map(RecentCheck::asIdentity).toList());
        if (full != null) {
            compaction.execute(() -> replace(full, full.compacted()));
        }
    }

    private synchronized @Nullable IndexedWatchlist add(List<Identity> checks) {
        State now = state;
        now.filling.putAll(checks);
        if (now.filling.size() < blockSize) {
            return null;
        }
        List<IndexedWatchlist> blocks = new ArrayList<>(now.blocks);
        blocks.add(now.filling);
        int kept = blocks.stream().mapToInt(IndexedWatchlist::size).sum();
        while (kept - blocks.getFirst().size() >= most) {
            kept -= blocks.removeFirst().size();
        }
        state = new State(List.copyOf(blocks), IndexedWatchlist.of(List.of()));
        return now.filling;
    }

    private synchronized void replace(IndexedWatchlist block, IndexedWatchlist compacted) {
        State now = state;
        List<IndexedWatchlist> blocks = new ArrayList<>(now.blocks);
        blocks.replaceAll(one -> one == block ? compacted : one);
        state = new State(List.copyOf(blocks), now.filling);
    }

    /// The checks that would have found the record, the best first.
    ///
    /// @param checkers the members whose checks are asked: those that may see the record for hits
    ///   of theirs, the others for hidden hits that only its owner is told
    /// @param minBand least pressing band to answer with
    /// @param limit most checks to answer with, at least 1
    public List<RetroCandidate> matching(
            Particulars record, MemberSet checkers, Band minBand, int limit) {
        Query query = new Query(record, checkers, minBand, limit);
        State now = state;
        List<Candidate> found = new ArrayList<>(now.filling.candidates(query));
        for (IndexedWatchlist block : now.blocks) {
            found.addAll(block.candidates(query));
        }
        return found.stream()
                .sorted(Candidate.RANKING)
                .limit(limit)
                .map(candidate ->
                        new RetroCandidate(
                                Long.parseLong(candidate.identity().entity()),
                                candidate.bits(),
                                candidate.band()))
                .toList();
    }

    /// Number of checks that are kept.
    public int size() {
        State now = state;
        return now.filling.size() + now.blocks.stream().mapToInt(IndexedWatchlist::size).sum();
    }

    @Override
    public String toString() {
        return "RecentChecks[" + size() + "]";
    }
}
