package manumit.matching.index;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import manumit.matching.v1.Rules;

/// The searches of a segment that wait to be used again: each has tables as long as the segment.
/// There are never more than questions were asked at once. Thread-safe.
final class Searches {

    /// @param search one at a time
    /// @param memo for the comparisons that follow
    record Lent(RecordSearch search, SimilarityMemo memo) {}

    private final Supplier<RecordSearch> maker;
    private final ConcurrentLinkedQueue<Lent> waiting = new ConcurrentLinkedQueue<>();

    Searches(Segment segment, Rules rules) {
        if (rules.isKeyed()) {
            KeyedWords words = new KeyedWords(segment, rules);
            this.maker = () -> new KeyedSearch(segment, words, rules);
        } else {
            SimilarWords words = new SimilarWords(segment);
            this.maker = () -> new Search(segment, words);
        }
    }

    Lent lend() {
        Lent lent = waiting.poll();
        return lent == null ? new Lent(maker.get(), new SimilarityMemo()) : lent;
    }

    void giveBack(Lent lent) {
        waiting.add(lent);
    }
}
