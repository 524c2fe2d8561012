package manumit.matching.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import manumit.matching.names.ParsedName;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartKeys;
import manumit.matching.similarity.PartProbe;
import manumit.matching.similarity.PartSimilarity;
import manumit.matching.similarity.PartSpellings;
import manumit.matching.v1.Rules;
import org.jspecify.annotations.Nullable;

/// What each part of a query may stand for in a segment, all of it, by the keys that parts must
/// have in common. What was found for a word of the segment is remembered. Thread-safe.
final class KeyedWords {

    /// Numbers that are remembered at most, 4 bytes each.
    private static final long MOST_REMEMBERED = 60_000_000;

    /// Steps of likeness.
    static final int STEPS = 100;

    /// A likeness that does not count among the least: of words that may be a beginning.
    static final byte APART = Byte.MAX_VALUE;

    private static final int[] NONE = {};

    /// What a part may stand for.
    ///
    /// @param words ascending, without initials
    /// @param likeness of each word, in steps, rounded up; or {@link #APART}
    /// @param initials words that are initials and may stand for the part
    /// @param joined records with neighbours that read as one may stand for the part
    /// @param records of all words, each counted for each
    /// @param far the far records among those of the words and `joined`, ascending
    /// @param recordsOfInitials how many records the initials have
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Likes(
            int[] words,
            byte[] likeness,
            int[] initials,
            int[] joined,
            long records,
            int[] far,
            long recordsOfInitials) {}

    private final Segment segment;
    private final double floor;
    private final double jointFloor;
    private final int firstFar;
    private final CutWords cut;
    private final AtomicReferenceArray<@Nullable Likes> known;
    private final AtomicLong remembered = new AtomicLong();

    KeyedWords(Segment segment, Rules rules) {
        this.segment = segment;
        this.floor = rules.minPart();
        this.jointFloor = rules.minJoint();
        this.firstFar = segment.births().firstRecord(segment.births().firstVague());
        this.cut = new CutWords(segment);
        this.known = new AtomicReferenceArray<>(segment.vocabulary().size());
    }

    CutWords cut() {
        return cut;
    }

    /// Far records are numbered from here on: those without a full birth date at first place.
    int firstFar() {
        return firstFar;
    }

    Likes likes(Part part) {
        int word = segment.vocabulary().find(part.written());
        if (word < 0) {
            return find(part);
        }
        Likes likes = known.get(word);
        if (likes == null) {
            likes = find(part);
            if (remembered.addAndGet(size(likes)) < MOST_REMEMBERED) {
                known.set(word, likes);
            }
        }
        return likes;
    }

    private static long size(Likes likes) {
        return likes.words.length * 5L / 4 + likes.joined.length + likes.far.length + 32;
    }

    private Likes find(Part part) {
        int[] words = segment.wordKeys().of(part.keys());
        byte[] likeness = new byte[words.length];
        PartProbe probe = PartProbe.of(part, floor);
        int count = 0;
        for (int word : words) {
            byte like = likeness(part, probe, word, floor);
            if (like > 0) {
                words[count] = word;
                likeness[count++] = like;
            }
        }
        words = Arrays.copyOf(words, count);
        likeness = Arrays.copyOf(likeness, count);
        IntStream.Builder more = IntStream.builder();
        cut.forEachCut(part, more::add);
        int[] beginnings = more.build().distinct().toArray();
        if (beginnings.length > 0) {
            int[] all =
                    IntStream.concat(Arrays.stream(words), Arrays.stream(beginnings))
                            .distinct()
                            .sorted()
                            .toArray();
            byte[] of = new byte[all.length];
            for (int i = 0; i < all.length; i++) {
                int at = Arrays.binarySearch(words, all[i]);
                of[i] = at < 0 || isIn(all[i], beginnings) ? APART : likeness[at];
            }
            words = all;
            likeness = of;
        }
        int[] initials =
                Arrays.stream(segment.initials())
                        .filter(i -> part.sharesFirstLetter(segment.vocabulary().part(i)))
                        .toArray();
        int[] joined = joined(part);
        return new Likes(
                words,
                likeness,
                initials,
                joined,
                records(words) + joined.length,
                far(words, joined),
                records(initials));
    }

    private static boolean isIn(int word, int[] some) {
        for (int one : some) {
            if (one == word) {
                return true;
            }
        }
        return false;
    }

    /// How alike the part and the word are at most, in steps.
    ///
    /// @return 0 if the word is less alike than the floor
    private byte likeness(Part part, PartProbe probe, int word, double least) {
        PartSpellings spellings = segment.wordSpellings();
        double s;
        if (spellings.isExact(word, probe)) {
            s = spellings.mostAlike(word, probe);
        } else if (spellings.mayResemble(word, probe)) {
            s = PartSimilarity.between(part, segment.vocabulary().part(word), least);
        } else {
            return 0;
        }
        return s < least ? 0 : (byte) Math.min(STEPS, (int) Math.ceil(s * STEPS));
    }

    private long records(int[] words) {
        long sum = 0;
        for (int word : words) {
            sum += segment.wordRecords().count(word);
        }
        return sum;
    }

    private int[] far(int[] words, int[] joined) {
        Numbers records = new Numbers();
        Postings postings = segment.wordRecords();
        for (int word : words) {
            for (int i = postings.end(word) - 1;
                    i >= postings.start(word) && postings.values()[i] >= firstFar;
                    i--) {
                records.add(postings.values()[i]);
            }
        }
        for (int record : joined) {
            if (record >= firstFar) {
                records.add(record);
            }
        }
        return records.ascending();
    }

    /// Records with neighbours that read as one are like the part. They must sound as it does.
    private int[] joined(Part part) {
        Joints joints = segment.joints();
        PartProbe probe = PartProbe.of(part, jointFloor);
        Numbers records = new Numbers();
        for (String sound : part.sounds()) {
            joints.sounds()
                    .forEach(
                            sound,
                            joint -> {
                                if (joints.isLike(joint, part, probe, jointFloor)) {
                                    int end = joints.records().end(joint);
                                    for (int i = joints.records().start(joint); i < end; i++) {
                                        records.add(joints.records().values()[i]);
                                    }
                                }
                            });
        }
        return records.ascending();
    }

    /// Numbers in any order, some of them more than once.
    private static final class Numbers {
        private int[] values = new int[64];
        private int count;

        void add(int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        /// In order, each once.
        int[] ascending() {
            Arrays.sort(values, 0, count);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (i == 0 || values[i] != values[i - 1]) {
                    values[kept++] = values[i];
                }
            }
            return Arrays.copyOf(values, kept);
        }
    }

    /// May neighbours of a query's name that are written so together stand for a word?
    boolean mayJoin(String written) {
        long sound = PartKeys.plainSound(written);
        return sound == 0 || segment.wordKeys().maySound(sound);
    }

    /// Words that neighbours of a query's name, read as one, may stand for.
    int[] ofJoint(ParsedName.Joint joint) {
        Part part = joint.part();
        double least = joint.tied() ? floor : jointFloor;
        int[] words = segment.wordKeys().of(joint.tied() ? part.keys() : PartKeys.soundsOf(part));
        if (words.length == 0) {
            return NONE;
        }
        PartProbe probe = PartProbe.of(part, least);
        int count = 0;
        for (int word : words) {
            if (likeness(part, probe, word, least) > 0) {
                words[count++] = word;
            }
        }
        return Arrays.copyOf(words, count);
    }

    @Override
    public String toString() {
        return "KeyedWords[" + segment + "]";
    }
}
