package manumit.matching.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.matching.Band;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.ListScale;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.RecentChecks;

/// Recent checks in blocks in the order they came, each a watchlist of travellers.
///
/// ```text
/// filling   the youngest checks, kept as they are
/// full      written anew into flat arrays, in the background; answers meanwhile
/// merged    four neighbours of one size made one, since travellers share most of their words:
///           less memory, and a question visits fewer blocks
/// ```
///
/// When there are too many checks, the oldest block is let go. So a merged block holds at most a
/// sixth of those that are to be kept.
public final class BlocksOfChecks implements RecentChecks {

    private static final int BLOCK = 262_144;

    private static final int MERGED_AT_ONCE = 4;

    private static final int LEAST_BLOCKS = 6;

    private static final String LIST = "check";

    /// @param level how often it was merged; -1 if it is yet to be written anew
    private record Block(IndexedWatchlist checks, int level) {

        int size() {
            return checks.size();
        }
    }

    /// @param blocks full ones, the oldest first
    /// @param filling the youngest
    private record State(List<Block> blocks, IndexedWatchlist filling) {}

    private final int most;
    private final int blockSize;
    private final ListScale scale;
    private final Executor compaction;
    private volatile State state;

    /// Held by the one thread that merges.
    private final ReentrantLock merging = new ReentrantLock();

    private BlocksOfChecks(int most, int blockSize, ListScale scale, Executor compaction) {
        if (most < 1) {
            throw new IllegalArgumentException("most: at least 1, found " + most);
        }
        this.most = most;
        this.blockSize = blockSize;
        this.scale = scale;
        this.compaction = compaction;
        this.state = new State(List.of(), empty());
    }

    /// See {@link RecentChecks#keeping}.
    public static BlocksOfChecks keeping(int most, ListScale scale, Executor compaction) {
        return new BlocksOfChecks(most, BLOCK, scale, compaction);
    }

    static BlocksOfChecks keeping(int most, int blockSize, ListScale scale, Executor compaction) {
        return new BlocksOfChecks(most, blockSize, scale, compaction);
    }

    private IndexedWatchlist empty() {
        return IndexedWatchlist.of(List.of(), scale);
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
        add(checks.stream().map(BlocksOfChecks::identity).toList())
                .ifPresent(full -> compaction.execute(() -> rewrite(full)));
    }

    /// @return the block that is full now
    private synchronized Optional<Block> add(List<Identity> checks) {
        State now = state;
        now.filling.putAll(checks);
        if (now.filling.size() < blockSize) {
            return Optional.empty();
        }
        Block full = new Block(now.filling, -1);
        List<Block> blocks = new ArrayList<>(now.blocks);
        blocks.add(full);
        int kept = blocks.stream().mapToInt(Block::size).sum();
        while (kept - blocks.getFirst().size() >= most) {
            kept -= blocks.removeFirst().size();
        }
        state = new State(List.copyOf(blocks), empty());
        return Optional.of(full);
    }

    private void rewrite(Block full) {
        replace(List.of(full));
        // Whoever finds the lock taken may go: its holder looks again after giving it back.
        while (!neighbours(state.blocks).isEmpty() && merging.tryLock()) {
            try {
                List<Block> some = neighbours(state.blocks);
                if (!some.isEmpty()) {
                    replace(some);
                }
            } finally {
                merging.unlock();
            }
        }
    }

    /// Writes neighbours anew as one block.
    private void replace(List<Block> old) {
        IndexedWatchlist rewritten =
                IndexedWatchlist.compacted(old.stream().map(Block::checks).toList());
        put(new Block(rewritten, old.getFirst().level + 1), old);
    }

    private synchronized void put(Block rewritten, List<Block> old) {
        List<Block> blocks = new ArrayList<>(state.blocks);
        int at = blocks.indexOf(old.getFirst());
        // The oldest may have been let go meanwhile; the others stay as they are then.
        if (at >= 0) {
            blocks.subList(at, at + old.size()).clear();
            blocks.add(at, rewritten);
            state = new State(List.copyOf(blocks), state.filling);
        }
    }

    /// @return the first of one level that may be merged, or none
    private List<Block> neighbours(List<Block> blocks) {
        for (int from = 0; from + MERGED_AT_ONCE <= blocks.size(); from++) {
            List<Block> some = blocks.subList(from, from + MERGED_AT_ONCE);
            int level = some.getFirst().level;
            if (level >= 0
                    && some.stream().allMatch(block -> block.level == level)
                    && some.stream().mapToInt(Block::size).sum() <= most / LEAST_BLOCKS) {
                return List.copyOf(some);
            }
        }
        return List.of();
    }

    @Override
    public List<RetroCandidate> matching(
            Particulars record, MemberSet checkers, Band minBand, int limit) {
        Query query = new Query(record, checkers, minBand, limit);
        State now = state;
        List<Candidate> found = new ArrayList<>(now.filling.candidates(query));
        for (Block block : now.blocks) {
            found.addAll(block.checks.candidates(query));
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
        return now.filling.size() + now.blocks.stream().mapToInt(Block::size).sum();
    }

    @Override
    public String toString() {
        State now = state;
        return Stream.concat(
                        now.blocks.stream().map(block -> Integer.toString(block.size())),
                        Stream.of(now.filling.size() + " filling"))
                .collect(Collectors.joining(" + ", "BlocksOfChecks[", "]"));
    }
}
