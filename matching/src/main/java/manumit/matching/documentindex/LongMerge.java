package manumit.matching.documentindex;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Several cursors as one. Where several have the same document, that of the last cursor counts.
final class LongMerge implements LongCursor {

    private record Head(LongEntry entry, int source) {}

    private final List<? extends LongCursor> cursors;
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(
                    Comparator.comparing(Head::entry, LongEntry.ORDER)
                            .thenComparing(Head::source, Comparator.reverseOrder()));

    LongMerge(List<? extends LongCursor> cursors) throws IOException {
        this.cursors = cursors;
        for (int i = 0; i < cursors.size(); i++) {
            advance(i);
        }
    }

    @Override
    public @Nullable LongEntry next() throws IOException {
        Head first = heads.poll();
        if (first == null) {
            return null;
        }
        advance(first.source);
        for (Head head = heads.peek();
                head != null && head.entry.entry().isSameDocument(first.entry.entry());
                head = heads.peek()) {
            heads.remove();
            advance(head.source);
        }
        return first.entry;
    }

    private void advance(int source) throws IOException {
        LongEntry entry = cursors.get(source).next();
        if (entry != null) {
            heads.add(new Head(entry, source));
        }
    }
}
