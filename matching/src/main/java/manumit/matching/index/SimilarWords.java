package manumit.matching.index;

import java.util.Locale;
import java.util.stream.IntStream;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartProbe;
import manumit.matching.v1.MethodV1;
import org.jspecify.annotations.Nullable;

/// Which words of a segment are like a query's part. Travellers' names repeat, so answers are
/// remembered, those not asked for again the first to go. Thread-safe.
final class SimilarWords {

    /// What a look-up among all words, or those of the far records, costs in records looked at.
    private static final long LOOK_UP_COST = 100_000;

    private static final long FAR_LOOK_UP_COST = 20_000;

    /// See {@link #SimilarWords(Segment, int)}. To look up all that is like a word takes about as
    /// long as is gained when the word is asked about so many times: so at most half of the time is
    /// lost, however many checks there are.
    private static final int ASKED_BEFORE = 24;

    /// Numbers that are remembered at most, 4 bytes each.
    private static final long MOST_REMEMBERED = 16_000_000;

    /// Steps to which the floor of a question is rounded down, so that few different ones are
    /// asked.
    private static final double FLOORS = 10;

    /// What was asked for.
    ///
    /// @param written the part
    /// @param kind which words were asked, and how alike they had to be
    private record Question(String written, int kind) {}

    private static final int FREQUENT = 0;
    private static final int ALL = 100;
    private static final int FAR = 200;

    /// @param words ascending
    /// @param records of all of them, each counted for each
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Answer(int[] words, long records) {}

    /// What a part may stand for, in the whole segment.
    ///
    /// @param words ascending
    /// @param joined records with neighbours that read as one are like the part
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Likes(int[] words, int[] joined) {}

    private final Segment segment;

    /// How often each word was asked about, roughly: counted without locks.
    private final byte[] asked;

    private final int askedBefore;
    private final RecentAnswers<String, Likes> complete =
            new RecentAnswers<>(
                    MOST_REMEMBERED, likes -> likes.words.length + likes.joined.length + 16);

    private final RecentAnswers<Question, Answer> remembered =
            new RecentAnswers<>(MOST_REMEMBERED, answer -> answer.words.length + 16);

    private final CutWords cut;

    SimilarWords(Segment segment) {
        this(segment, ASKED_BEFORE);
    }

    /// @param askedBefore times that a word is asked about before all that is like it is looked up
    SimilarWords(Segment segment, int askedBefore) {
        this.segment = segment;
        this.askedBefore = askedBefore;
        this.asked = new byte[segment.vocabulary().size()];
        this.cut = new CutWords(segment);
    }

    /// All that the part may stand for, words cut off aside: once the part was asked about often
    /// enough, since it takes some ten milliseconds to find.
    ///
    /// @return null for parts that are not a word of the segment, or were asked about too seldom
    @Nullable Likes complete(Part part) {
        Likes known = complete.find(part.written());
        if (known != null) {
            return known;
        }
        int word = find(part);
        if (word < 0 || !isAskedOften(word)) {
            return null;
        }
        Likes found =
                new Likes(segment.all().similar(part, MethodV1.MIN_PART_SIMILARITY), joined(part));
        complete.put(part.written(), found);
        return found;
    }

    private boolean isAskedOften(int word) {
        if (asked[word] >= askedBefore) {
            return true;
        }
        asked[word]++;
        return false;
    }

    private int[] joined(Part part) {
        Joints joints = segment.joints();
        double floor = MethodV1.MIN_JOINT_SIMILARITY;
        PartProbe probe = PartProbe.of(part, floor);
        IntStream.Builder records = IntStream.builder();
        int count = joints.spellings().facts().length;
        for (int joint = 0; joint < count; joint++) {
            if (joints.isLike(joint, part, probe, floor)) {
                int end = joints.records().end(joint);
                for (int i = joints.records().start(joint); i < end; i++) {
                    records.add(joints.records().values()[i]);
                }
            }
        }
        return records.build().distinct().toArray();
    }

    /// Frequent words that the part may stand for, if the part is one of them: others are met too
    /// seldom to look at all words.
    ///
    /// @return null for other parts
    int @Nullable [] frequent(Part part) {
        if (!isFrequent(part)) {
            return null;
        }
        Question question = new Question(part.written(), FREQUENT);
        Answer known = remembered.find(question);
        return known != null
                ? known.words
                : remember(
                        question, segment.frequent().similar(part, MethodV1.MIN_PART_SIMILARITY));
    }

    /// All words, or those of the far records, at least so alike, and some a little less.
    int[] alike(Part part, double floor, boolean isFar) {
        Question question = question(part, floor, isFar);
        Answer known = remembered.find(question);
        return known != null
                ? known.words
                : remember(
                        question,
                        (isFar ? segment.far() : segment.all())
                                .similar(part, Math.floor(floor * FLOORS) / FLOORS));
    }

    private static Question question(Part part, double floor, boolean isFar) {
        return new Question(part.written(), (isFar ? FAR : ALL) + (int) Math.floor(floor * FLOORS));
    }

    private int[] remember(Question question, int[] words) {
        long records = 0;
        for (int word : words) {
            records += segment.wordRecords().count(word);
        }
        remembered.put(question, new Answer(words, records));
        return words;
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

    /// About how many records are to be looked at to go by the part, or what that costs.
    ///
    /// @param floor as {@link #alike} will be asked
    long cost(Part part, double floor, boolean isFar) {
        Answer known = remembered.find(question(part, floor, isFar));
        if (known == null) {
            return isFar ? FAR_LOOK_UP_COST : LOOK_UP_COST;
        }
        return known.records;
    }

    CutWords cut() {
        return cut;
    }

    @Override
    public String toString() {
        return "SimilarWords[" + segment + "]";
    }
}
