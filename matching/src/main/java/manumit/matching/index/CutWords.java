package manumit.matching.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import manumit.matching.similarity.Part;

/// The words of a segment that a full field may have cut off, and those that begin like a part that
/// may have been. Immutable and thread-safe.
final class CutWords {

    private final Segment segment;
    private final Map<String, int[]> cut = new HashMap<>();

    CutWords(Segment segment) {
        this.segment = segment;
        Vocabulary vocabulary = segment.vocabulary();
        for (int word = vocabulary.size() - 1; word >= 0 && vocabulary.isCut(word); word--) {
            Part part = vocabulary.part(word);
            if (!part.spellings().isEmpty()) {
                int number = word;
                cut.merge(
                        part.spellings().getFirst(),
                        new int[] {number},
                        (some, more) -> {
                            int[] both = Arrays.copyOf(some, some.length + 1);
                            both[some.length] = number;
                            return both;
                        });
            }
        }
    }

    /// Words cut off by a full field that the part may have been.
    void forEachCut(Part part, IntConsumer found) {
        if (cut.isEmpty() || part.spellings().isEmpty()) {
            return;
        }
        String whole = part.spellings().getFirst();
        for (int length = Part.SHORTEST_BEGINNING; length <= whole.length(); length++) {
            int[] words = cut.get(whole.substring(0, length));
            if (words != null) {
                for (int word : words) {
                    found.accept(word);
                }
            }
        }
    }

    /// Words that begin like a part which a full field may have cut off.
    void forEachBeginningWith(Part part, IntConsumer found) {
        if (part.spellings().isEmpty()) {
            return;
        }
        String beginning = part.spellings().getFirst();
        if (beginning.length() < Part.SHORTEST_BEGINNING) {
            return;
        }
        int[] order = segment.bySpelling();
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spelling(order[middle]).compareTo(beginning) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (; low < order.length && spelling(order[low]).startsWith(beginning); low++) {
            found.accept(order[low]);
        }
    }

    private String spelling(int word) {
        return segment.vocabulary().part(word).spellings().getFirst();
    }

    @Override
    public String toString() {
        return "CutWords[" + segment + "]";
    }
}
