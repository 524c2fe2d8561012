package manumit.matching.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import manumit.matching.similarity.Part;
import manumit.matching.v1.MethodV1;
import org.jspecify.annotations.Nullable;

/// Which words of a segment are like a query's part. Travellers' names repeat, so the answers for
/// words that are frequent in the segment are remembered. Thread-safe.
final class SimilarWords {

    /// Most answers that are remembered; later ones are found each time.
    private static final int MAX_REMEMBERED = 65_536;

    /// What a look-up among all words costs, in records looked at.
    private static final long LOOK_UP_COST = 100_000;

    /// What was asked for.
    ///
    /// @param written the part
    /// @param kind which words were asked, and how alike they had to be
    private record Question(String written, int kind) {}

    private static final int FREQUENT = 0;
    private static final int ALL = 1000;
    private static final int FAR = 2000;

    private final Segment segment;
    private final Map<Question, int[]> remembered = new ConcurrentHashMap<>();
    private final Map<String, int[]> cut = new HashMap<>();

    SimilarWords(Segment segment) {
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

    /// Frequent words that the part may stand for, if the part is one of them: others are met too
    /// seldom to look at all words.
    ///
    /// @return null for other parts
    int @Nullable [] frequent(Part part) {
        return isFrequent(part)
                ? remembered(
                        part,
                        FREQUENT,
                        () -> segment.frequent().similar(part, MethodV1.MIN_PART_SIMILARITY))
                : null;
    }

    /// All words, or those of the far records, at least so alike.
    ///
    /// @param floor rounded down to hundredths, so that few different ones are asked for
    int[] alike(Part part, double floor, boolean isFar) {
        int kind = (isFar ? FAR : ALL) + (int) Math.floor(floor * 100);
        Supplier<int[]> answer =
                () ->
                        (isFar ? segment.far() : segment.all())
                                .similar(part, Math.floor(floor * 100) / 100);
        return remembered(part, kind, answer);
    }

    private int[] remembered(Part part, int kind, Supplier<int[]> answer) {
        Question question = new Question(part.written(), kind);
        int[] known = remembered.get(question);
        if (known != null) {
            return known;
        }
        int[] found = answer.get();
        if (isFrequent(part) && remembered.size() < MAX_REMEMBERED) {
            remembered.put(question, found);
        }
        return found;
    }

    private boolean isFrequent(Part part) {
        int word = find(part);
        return word >= 0 && word < Segment.MOST_MARKED;
    }

    /// The word written like the part, in one case or another; -1 if there is none.
    private int find(Part part) {
        String written = part.written();
        Vocabulary vocabulary = segment.vocabulary();
        int word = vocabulary.find(written);
        if (word < 0 && !written.isEmpty()) {
            String lower = written.toLowerCase(Locale.ROOT);
            word =
                    vocabulary.find(
                            lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
            word = word < 0 ? vocabulary.find(written.toUpperCase(Locale.ROOT)) : word;
        }
        return word;
    }

    /// About how many records are to be looked at to go by the part.
    long cost(Part part) {
        int word = find(part);
        return word >= 0 && word < Segment.MOST_MARKED
                ? segment.wordRecords().count(word)
                : LOOK_UP_COST;
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
        return "SimilarWords[" + remembered.size() + " remembered]";
    }
}
