package manumit.matching.index;

import java.util.concurrent.ConcurrentLinkedQueue;

/// The searches of a segment that wait to be used again: each has tables as long as the segment.
/// There are never more than questions were asked at once. Thread-safe.
final class Searches {

    /// @param search one at a time
    /// @param memo for the comparisons that follow
    record Lent(Search search, SimilarityMemo memo) {}

    private final Segment segment;
    private final SimilarWords similar;
    private final ConcurrentLinkedQueue<Lent> waiting = new ConcurrentLinkedQueue<>();

    Searches(Segment segment) {
        this.segment = segment;
        this.similar = new SimilarWords(segment);
    }

    Lent lend() {
        Lent lent = waiting.poll();
        return lent == null ? new Lent(new Search(segment, similar), new SimilarityMemo()) : lent;
    }

    void giveBack(Lent lent) {
        waiting.add(lent);
    }
}
