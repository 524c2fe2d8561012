package manumit.matching.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import manumit.matching.Band;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.RecentChecks;
import org.jspecify.annotations.Nullable;

/// Recent checks in blocks in the order they came, each a watchlist of travellers. The block that
/// fills keeps them as they are; a full one is written anew into flat arrays, in the background,
/// and answers meanwhile. When there are too many checks, the oldest block is let go.
public final class BlocksOfChecks implements RecentChecks {

    private static final int BLOCK = 262_144;

    private static final String LIST = "check";

    /// @param blocks full ones, the oldest first
    /// @param filling the youngest
    private record State(List<IndexedWatchlist> blocks, IndexedWatchlist filling) {}

    private final int most;
    private final int blockSize;
    private final Executor compaction;
    private volatile State state = new State(List.of(), IndexedWatchlist.of(List.of()));

    private BlocksOfChecks(int most, int blockSize, Executor compaction) {
        if (most < 1) {
            throw new IllegalArgumentException("most: at least 1, found " + most);
        }
        this.most = most;
        this.blockSize = blockSize;
        this.compaction = compaction;
    }

    /// See {@link RecentChecks#keeping}.
    public static BlocksOfChecks keeping(int most, Executor compaction) {
        return new BlocksOfChecks(most, BLOCK, compaction);
    }

    static BlocksOfChecks keeping(int most, int blockSize, Executor compaction) {
        return new BlocksOfChecks(most, blockSize, compaction);
    }

    private static Identity identity(RecentCheck check) {
        return new Identity(
                LIST,
                Long.toString(check.number()),
                check.particulars(),
                MemberSet.of(check.member()));
    }

    @Override
    public void addAll(Collection<RecentCheck> checks) {
        IndexedWatchlist full = add(checks.stream().map(BlocksOfChecks::identity).toList());
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

    @Override
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

    @Override
    public int size() {
        State now = state;
        return now.filling.size() + now.blocks.stream().mapToInt(IndexedWatchlist::size).sum();
    }

    @Override
    public String toString() {
        return "BlocksOfChecks[" + size() + "]";
    }
}
