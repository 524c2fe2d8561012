package manumit.matching.index;

import java.util.Arrays;
import java.util.List;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.documents.DocumentKeys;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartProbe;
import manumit.matching.similarity.PartSimilarity;
import manumit.matching.similarity.PartSpellings;
import manumit.matching.v1.BirthDateBound;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.NameBound;
import manumit.matching.v1.Prepared;
import manumit.matching.v1.Rules;

/// Finds the records of one segment that may be candidates for a query: every record that comparing
/// would put into the band asked for, and as few others as possible.
///
/// What a name must bring depends on what the birth date brings. So the records are taken by birth
/// date, in stretches ({@link BirthOrder}), and each stretch asks the names for the rest:
///
/// ```text
/// same day, swapped, one digit off …   a few thousand people: look at each (scan)
/// no date, another year …              many, but the whole name must match: go by one part of the
///                                      query and the words like it (drive)
/// same document                        whatever the name
/// ```
///
/// A record is looked at by its words. Which of the query's parts each of the frequent words may
/// stand for is written into a table before (`cells`); the others are compared one by one, where it
/// still matters. {@link NameBound} says whether the parts that can be linked could bring enough.
/// Nothing is skipped that could, but for what {@link #drive} says: see there for the proof, and
/// `SearchTest` for the test.
///
/// One search at a time; not thread-safe. Keeps its tables between searches.
final class Search implements RecordSearch {

    /// Stretches of more records are not scanned if one part of the name must match anyway.
    private static final int MOST_SCANNED = 4_000;

    private static final Rules RULES = MethodV1.SCORING.rules();
    private static final double FLOOR = MethodV1.MIN_PART_SIMILARITY;
    private static final double JOINT_FLOOR = MethodV1.MIN_JOINT_SIMILARITY;

    private final Segment segment;
    private final SimilarWords similar;

    /// For each word the parts of the query's name that it may stand for, bit i for full part i: of
    /// complete parts all words, of marked parts the frequent ones.
    private final byte[] cells;

    /// For each record the complete parts that neighbours of its names, read as one, are like.
    private final byte[] joinedCells;

    private int[] joinedRecords = new int[256];
    private int joinedCount;

    /// Words below this are frequent.
    private final int frequentCount;

    private final int[] touched;
    private int touchedCount;

    /// The search in which each record was last found.
    private final int[] foundIn;

    private int searchNumber;

    private final BirthOrder.Slices slices = new BirthOrder.Slices();
    private int[] found = new int[256];
    private int foundCount;

    // The query at hand.
    private final NameNeeds needs;

    // The name at hand.
    private NameBound bound;
    private ParsedName name;
    private Part[] parts = {};

    /// To tell words that a part, or a joint, does not stand for.
    private PartProbe[] probes = {};

    private PartProbe[] jointProbes = {};
    private List<ParsedName.Joint> joints = List.of();

    /// To tell joints of records that a part does not stand for.
    private PartProbe[] probesOfJoints = {};

    /// How alike each part is to the words of the record at hand.
    private final double[] likenesses = new double[Byte.SIZE];

    /// The parts that were not compared with the record at hand, since it could not be enough.
    private int uncompared;

    /// The parts that are not marked in the table, as bits.
    private int unmarked;

    /// The parts of which everything that they may stand for is in the tables, as bits.
    private int complete;

    /// Greatest weight of a record's joint that a part of the name may stand for.
    private int mostJointWeight;

    /// Least weight of a word that a joint of the name may stand for.
    private int leastJointWeight;

    /// Is the drive through the far records under way, or that through the others?
    private boolean isDrivingFar;

    private final int mostScanned;

    Search(Segment segment, SimilarWords similar) {
        this(segment, similar, MOST_SCANNED);
    }

    /// @param mostScanned longest stretch of records of which each is looked at
    Search(Segment segment, SimilarWords similar, int mostScanned) {
        this.mostScanned = mostScanned;
        this.segment = segment;
        this.similar = similar;
        this.needs = new NameNeeds(segment.records(), RULES);
        this.frequentCount = segment.frequentCount();
        this.cells = new byte[segment.vocabulary().size()];
        this.touched = new int[cells.length];
        this.joinedCells = new byte[segment.count()];
        this.foundIn = new int[segment.count()];
        this.name = ParsedName.restored(NameKind.PRIMARY, List.of(), false);
        this.bound = NameBound.of(name, RULES);
    }

    @Override
    public int run(Query query, Prepared prepared) {
        if (++searchNumber == 0) {
            // After 2^32 searches old marks would be taken for new ones.
            Arrays.fill(foundIn, 0);
            searchNumber = 1;
        }
        foundCount = 0;
        Particulars particulars = query.particulars();
        for (String key : DocumentKeys.of(particulars.documents())) {
            segment.documents().forEach(key, this::find);
        }
        needs.take(particulars, query.minBand());
        List<ParsedName> names = prepared.allNames();
        segment.births().collect(needs.dates(), needs.leastBirthBits(names.isEmpty()), slices);
        if (names.isEmpty()) {
            findNameless();
        }
        for (ParsedName one : names) {
            takeName(one);
            searchSlices();
            clearCells();
        }
        return foundCount;
    }

    @Override
    public int found(int index) {
        return found[index];
    }

    private void find(int record) {
        if (foundIn[record] != searchNumber) {
            foundIn[record] = searchNumber;
            if (foundCount == found.length) {
                found = Arrays.copyOf(found, foundCount * 2);
            }
            found[foundCount++] = record;
        }
    }

    // Who may be meant without a name.

    private void findNameless() {
        for (int slice = 0; slice < slices.count(); slice++) {
            for (int entry = slices.from(slice); entry < slices.to(slice); entry++) {
                int record = segment.births().records()[entry];
                if (needs.of(record, slices.bits(slice)) <= NameBound.missingBits()) {
                    find(record);
                }
            }
        }
    }

    // The name at hand.

    private void takeName(ParsedName one) {
        name = one;
        bound = NameBound.of(one, RULES);
        int count = Math.min(bound.fullCount(), Byte.SIZE);
        parts = new Part[count];
        probes = new PartProbe[count];
        probesOfJoints = new PartProbe[count];
        unmarked = 0;
        complete = 0;
        mostJointWeight = 0;
        leastJointWeight = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            NamePart part = one.parts().get(bound.place(i));
            parts[i] = part.part();
            probes[i] = PartProbe.of(parts[i], FLOOR);
            probesOfJoints[i] = PartProbe.of(parts[i], JOINT_FLOOR);
            mostJointWeight = Math.max(mostJointWeight, probesOfJoints[i].mostWeight());
            SimilarWords.Likes likes = part.cut() ? null : similar.complete(parts[i]);
            int[] like = part.cut() || likes != null ? null : similar.frequent(parts[i]);
            if (likes != null) {
                complete |= 1 << i;
                markAll(likes.words(), i);
                markCut(i);
                markJoined(likes.joined(), i);
            } else if (like != null) {
                markAll(like, i);
            } else {
                unmarked |= 1 << i;
            }
        }
        joints = one.joints();
        jointProbes = new PartProbe[joints.size()];
        for (int j = 0; j < jointProbes.length; j++) {
            jointProbes[j] = PartProbe.of(joints.get(j).part(), floor(joints.get(j)));
            leastJointWeight = Math.min(leastJointWeight, jointProbes[j].leastWeight());
        }
    }

    private void markAll(int[] words, int part) {
        byte bit = (byte) (1 << part);
        for (int word : words) {
            mark(word, bit);
        }
        for (int word : segment.initials()) {
            if (parts[part].sharesFirstLetter(segment.vocabulary().part(word))) {
                mark(word, bit);
            }
        }
    }

    private void markCut(int part) {
        similar.cut().forEachCut(parts[part], word -> mark(word, (byte) (1 << part)));
    }

    private void markJoined(int[] records, int part) {
        for (int record : records) {
            if (joinedCells[record] == 0) {
                if (joinedCount == joinedRecords.length) {
                    joinedRecords = Arrays.copyOf(joinedRecords, joinedCount * 2);
                }
                joinedRecords[joinedCount++] = record;
            }
            joinedCells[record] |= (byte) (1 << part);
        }
    }

    private static double floor(ParsedName.Joint joint) {
        return joint.tied() ? FLOOR : JOINT_FLOOR;
    }

    private void mark(int word, byte bit) {
        if (cells[word] == 0) {
            touched[touchedCount++] = word;
        }
        cells[word] |= bit;
    }

    private void clearCells() {
        for (int i = 0; i < touchedCount; i++) {
            cells[touched[i]] = 0;
        }
        touchedCount = 0;
        for (int i = 0; i < joinedCount; i++) {
            joinedCells[joinedRecords[i]] = 0;
        }
        joinedCount = 0;
    }

    private void searchSlices() {
        double nearNeed = Double.POSITIVE_INFINITY;
        double farNeed = Double.POSITIVE_INFINITY;
        for (int slice = 0; slice < slices.count(); slice++) {
            double needed = needs.least(slices.bits(slice));
            if (!isDriven(slice)) {
                scan(slices.from(slice), slices.to(slice), slices.bits(slice));
            } else if (isFar(slice)) {
                farNeed = Math.min(farNeed, needed);
            } else {
                nearNeed = Math.min(nearNeed, needed);
            }
        }
        if (Math.min(nearNeed, farNeed) < Double.POSITIVE_INFINITY) {
            lookAtStrays();
        }
        // Each by what it asks of a name: years that nearly agree ask for nearly the whole name.
        if (nearNeed < Double.POSITIVE_INFINITY) {
            drive(false, NameBound.neededLogit(nearNeed, RULES));
        }
        if (farNeed < Double.POSITIVE_INFINITY) {
            drive(true, NameBound.neededLogit(farNeed, RULES));
        }
    }

    private void scan(int from, int to, double birthBits) {
        int[] records = segment.births().records();
        boolean isUniform = needs.isUniform();
        double needed = needs.least(birthBits);
        double logit = NameBound.neededLogit(needed, RULES);
        for (int entry = from; entry < to; entry++) {
            int record = records[entry];
            if (foundIn[record] != searchNumber) {
                if (!isUniform) {
                    needed = needs.of(record, birthBits);
                    logit = NameBound.neededLogit(needed, RULES);
                }
                if (mayBring(record, needed, logit)) {
                    find(record);
                }
            }
        }
    }

    /// May any name of the record bring that much with the name at hand?
    private boolean mayBring(int record, double neededBits, double neededLogit) {
        if (segment.records().isTied(record)) {
            return mayTiedBring(record, neededBits, neededLogit);
        }
        Postings words = segment.words();
        int[] values = words.values();
        int linked = 0;
        int open = 0;
        int end = words.end(record);
        for (int i = words.start(record); i < end; i++) {
            int word = values[i];
            linked |= cells[word];
            open += word >= frequentCount ? 1 : 0;
        }
        int openable = bound.all() & ~complete;
        if (linked != 0
                && bound.mostDirect(linked) >= neededLogit
                && isAlikeEnough(record, neededLogit)) {
            return true;
        }
        int possible = linked | unmarked;
        if ((unmarked | (open == 0 ? 0 : openable)) != 0
                && bound.mostWithMore(possible, openable, open) >= neededLogit) {
            linked = withOpenWords(record, linked, open, neededLogit);
            if (linked != 0
                    && bound.mostDirect(linked) >= neededLogit
                    && isAlikeEnough(record, neededLogit)) {
                return true;
            }
            possible = linked | uncompared;
        } else if (open > 0) {
            // What was not compared may be linked beside a joint.
            possible |= openable;
        }
        if (mayJoinParts(record)) {
            int joined = joinable(record, possible, neededLogit);
            if (joined != 0 && bound.mostJoined(possible | joined) >= neededLogit) {
                return true;
            }
        }
        return isNamelessEnough(record, neededBits);
    }

    /// The same for a record of which a word may stand for several parts: what it brings is bounded
    /// like what joints bring.
    private boolean mayTiedBring(int record, double neededBits, double neededLogit) {
        Postings words = segment.words();
        int[] values = words.values();
        int linked = 0;
        int open = 0;
        for (int i = words.start(record); i < words.end(record); i++) {
            linked |= cells[values[i]];
            open += values[i] >= frequentCount ? 1 : 0;
        }
        for (int p = 0; p < parts.length; p++) {
            boolean isUnmarked = (unmarked >>> p & 1) != 0;
            if (((linked | complete) >>> p & 1) == 0
                    && (isUnmarked || open > 0)
                    && isLinked(record, p, isUnmarked)) {
                linked |= 1 << p;
            }
        }
        if (mayJoinParts(record)) {
            linked |= joinable(record, linked, neededLogit);
        }
        return (linked != 0 && bound.mostJoined(linked) >= neededLogit)
                || isNamelessEnough(record, neededBits);
    }

    private boolean isNamelessEnough(int record, double neededBits) {
        return neededBits <= NameBound.missingBits()
                && segment.records().names()[record] == segment.records().names()[record + 1];
    }

    /// Compares one by one what the table does not tell, as long as it could be enough.
    ///
    /// @return the linked parts; not all of them if even all would not be enough
    private int withOpenWords(int record, int linked, int open, double neededLogit) {
        int known = linked;
        uncompared = (open > 0 ? bound.all() & ~complete : unmarked) & ~known;
        // Parts that are marked have few words left to compare: first.
        for (int pass = 0; pass < 2; pass++) {
            for (int p = 0; p < parts.length; p++) {
                boolean isUnmarked = (unmarked >>> p & 1) != 0;
                if (isUnmarked == (pass == 1)
                        && ((known | complete) >>> p & 1) == 0
                        && (isUnmarked || open > 0)) {
                    uncompared &= ~(1 << p);
                    if (isLinked(record, p, isUnmarked)) {
                        known |= 1 << p;
                        if (bound.mostDirect(known) >= neededLogit) {
                            return known;
                        }
                    } else if (isHopeless(known, p, pass, neededLogit)) {
                        return known;
                    }
                }
            }
        }
        return known;
    }

    /// Could the parts bring enough, as alike as they are to the words of the record?
    private boolean isAlikeEnough(int record, double neededLogit) {
        if (parts.length < bound.fullCount()) {
            return true;
        }
        Postings words = segment.words();
        int[] values = words.values();
        int end = words.end(record);
        for (int p = 0; p < parts.length; p++) {
            double best = 0;
            for (int i = words.start(record); i < end && best < 1; i++) {
                int word = values[i];
                boolean isMarked =
                        (complete >>> p & 1) != 0
                                || (word < frequentCount && (unmarked >>> p & 1) == 0);
                if (!isMarked || (cells[word] >>> p & 1) != 0) {
                    double likeness = likeness(p, word);
                    boolean isLight = likeness >= FLOOR && segment.records().isLight(record, word);
                    best = Math.max(best, isLight ? 1 : likeness);
                }
            }
            likenesses[p] = best;
        }
        return bound.mostAlike(likenesses) >= neededLogit;
    }

    /// How alike the part and the word are at most; 0 if the one does not stand for the other.
    private double likeness(int part, int word) {
        Vocabulary vocabulary = segment.vocabulary();
        if (vocabulary.isInitial(word)) {
            return parts[part].sharesFirstLetter(vocabulary.part(word)) ? 1 : 0;
        }
        if (vocabulary.isCut(word) || name.parts().get(bound.place(part)).cut()) {
            return isLike(part, word) ? 1 : 0;
        }
        return segment.wordSpellings().mayResemble(word, probes[part])
                ? PartSimilarity.between(parts[part], vocabulary.part(word), FLOOR)
                : 0;
    }

    /// Would all parts that are still to be compared not be enough?
    private boolean isHopeless(int known, int last, int pass, double neededLogit) {
        int later = -(2 << last);
        int left = (pass == 0 ? unmarked | (~unmarked & later) : unmarked & later) & ~complete;
        return bound.mostDirect(known | (left & bound.all())) < neededLogit;
    }

    private boolean isSimilar(Part part, PartProbe probe, int word, double floor) {
        PartSpellings spellings = segment.wordSpellings();
        return spellings.mayResemble(word, probe)
                && (spellings.isExact(word, probe)
                        || PartSimilarity.between(part, segment.vocabulary().part(word), floor)
                                >= floor);
    }

    private boolean isLinked(int record, int part, boolean withFrequent) {
        Postings words = segment.words();
        int[] values = words.values();
        int end = words.end(record);
        for (int i = words.start(record); i < end; i++) {
            int word = values[i];
            if ((withFrequent || word >= frequentCount) && isLike(part, word)) {
                return true;
            }
        }
        return false;
    }

    /// May the part of the name at hand stand for the word?
    private boolean isLike(int part, int word) {
        Vocabulary vocabulary = segment.vocabulary();
        if (vocabulary.isInitial(word)) {
            return parts[part].sharesFirstLetter(vocabulary.part(word));
        }
        if (isSimilar(parts[part], probes[part], word, FLOOR)) {
            return true;
        }
        return (vocabulary.isCut(word) && parts[part].beginsWith(vocabulary.part(word)))
                || (name.parts().get(bound.place(part)).cut()
                        && vocabulary.part(word).beginsWith(parts[part]));
    }

    /// May weights allow that neighbours read as one stand for a part?
    private boolean mayJoinParts(int record) {
        return segment.jointWeights()[record] * Segment.WEIGHT_STEP <= mostJointWeight
                || segment.wordWeights()[record] * Segment.WEIGHT_STEP >= leastJointWeight;
    }

    /// The parts that neighbours read as one may stand for, or that may be such neighbours, as long
    /// as it could be enough.
    ///
    /// @param linked parts that are linked anyway
    /// @return 0 if it is not enough
    private int joinable(int record, int linked, double neededLogit) {
        int joined = 0;
        for (int j = 0; j < jointProbes.length; j++) {
            int covered = covered(joints.get(j));
            if ((joined & covered) != covered
                    && jointProbes[j].leastWeight()
                            <= segment.wordWeights()[record] * Segment.WEIGHT_STEP
                    && isJointLike(j, record)) {
                joined |= covered;
            }
        }
        // That a part which is linked may be linked through neighbours too adds no part, but says
        // that the record has more than one.
        int wanted =
                bound.mostJoined(linked) >= neededLogit
                        ? bound.all()
                        : bound.all() & ~linked & ~joined;
        int end = segment.joints().ofRecord()[record + 1];
        int first = segment.joints().ofRecord()[record];
        for (int p = 0; p < parts.length && first < end; p++) {
            if ((wanted >>> p & 1) != 0) {
                if (bound.mostJoined(linked | joined | wanted) < neededLogit) {
                    return 0;
                }
                wanted &= ~(1 << p);
                boolean isJoined =
                        (complete >>> p & 1) != 0
                                ? (joinedCells[record] >>> p & 1) != 0
                                : isLikeAnyJoint(p, first, end);
                if (isJoined) {
                    joined |= 1 << p;
                }
            }
        }
        return joined;
    }

    private boolean isLikeAnyJoint(int part, int first, int end) {
        long[] facts = segment.joints().facts();
        int[] words = segment.joints().words();
        PartProbe probe = probesOfJoints[part];
        for (int i = first; i < end; i++) {
            if (probe.mayResemble(facts[i])
                    && segment.joints().isLike(words[i], parts[part], probe, JOINT_FLOOR)) {
                return true;
            }
        }
        return false;
    }

    private boolean isJointLike(int joint, int record) {
        Postings words = segment.words();
        long[] facts = segment.wordSpellings().facts();
        Part part = joints.get(joint).part();
        double floor = floor(joints.get(joint));
        for (int i = words.start(record); i < words.end(record); i++) {
            int word = words.values()[i];
            if (jointProbes[joint].mayResemble(facts[word])
                    && !segment.vocabulary().isInitial(word)
                    && isSimilar(part, jointProbes[joint], word, floor)) {
                return true;
            }
        }
        return false;
    }

    /// The full parts that a joint of the name at hand is made of, as bits.
    private int covered(ParsedName.Joint joint) {
        int covered = 0;
        for (int i = 0; i < parts.length; i++) {
            int place = bound.place(i);
            covered |= place >= joint.first() && place < joint.first() + joint.count() ? 1 << i : 0;
        }
        return covered;
    }

    // Where there are too many records to look at each.

    /// Goes through the records that have a word like one of the driving parts. The driving parts
    /// are so chosen that a name linked with none of them cannot bring enough.
    ///
    /// Here alone something may be missed: a driving part that neighbours read as one stand for, or
    /// that stands for such neighbours, is found only if both sound alike ({@link
    /// Part#soundClassOf}). Where it is joined and another consonant is slipped as well, and no
    /// birth date speaks for it, it is not driven to.
    ///
    /// @param isFar by the slices without a full date, or by the others
    private void drive(boolean isFar, double neededLogit) {
        isDrivingFar = isFar;
        int drivers = drivers(isFar, neededLogit);
        for (int p = 0; p < parts.length; p++) {
            if ((drivers >>> p & 1) != 0) {
                driveBy(p, isFar, neededLogit);
            }
        }
        for (int j = 0; j < jointProbes.length; j++) {
            if ((covered(joints.get(j)) & drivers) != 0 && mayJointBring(j, neededLogit)) {
                for (String sound : joints.get(j).part().sounds()) {
                    segment.sounds().forEach(sound, this::driveByWord);
                }
            }
        }
    }

    /// May a name bring enough where a part of the driving is linked through this joint?
    private boolean mayJointBring(int joint, double neededLogit) {
        return covered(joints.get(joint)) == bound.all()
                ? bound.mostOfJoint() >= neededLogit
                : bound.mostJoined(bound.all()) >= neededLogit;
    }

    private int drivers(boolean isFar, double neededLogit) {
        if (parts.length < bound.fullCount()) {
            return (1 << parts.length) - 1;
        }
        int drivers = 0;
        while (drivers != bound.all() && bound.mostJoined(bound.all() & ~drivers) >= neededLogit) {
            int best = -1;
            long least = Long.MAX_VALUE;
            for (int p = 0; p < parts.length; p++) {
                if ((drivers >>> p & 1) == 0) {
                    long cost = similar.cost(parts[p], floor(p, neededLogit), isFar);
                    if (cost < least) {
                        least = cost;
                        best = p;
                    }
                }
            }
            drivers |= 1 << best;
        }
        return drivers;
    }

    /// Are all records of the slice far ones, without a full birth date at first place?
    private boolean isFar(int slice) {
        return slices.from(slice) >= segment.births().firstVague();
    }

    private boolean isDriven(int slice) {
        return slices.to(slice) - slices.from(slice) > mostScanned
                && needs.least(slices.bits(slice)) > NameBound.missingBits();
    }

    private void driveBy(int part, boolean isFar, double neededLogit) {
        double floor = floor(part, neededLogit);
        if (floor <= 1) {
            driveByWords(similar.alike(parts[part], floor, isFar));
            for (String sound : parts[part].sounds()) {
                segment.joints().sounds().forEach(sound, this::driveByJoint);
            }
        }
        similar.cut().forEachCut(parts[part], this::driveByWord);
        if (name.parts().get(bound.place(part)).cut()) {
            similar.cut().forEachBeginningWith(parts[part], this::driveByWord);
        }
        if (bound.mostWithInitial(part) >= neededLogit) {
            for (int word : segment.initials()) {
                if (parts[part].sharesFirstLetter(segment.vocabulary().part(word))) {
                    driveByWord(word);
                }
            }
        }
    }

    private double floor(int part, double neededLogit) {
        return Math.max(FLOOR, bound.leastSimilarity(part, neededLogit));
    }

    private void driveByWords(int[] words) {
        for (int word : words) {
            driveByWord(word);
        }
    }

    private void driveByWord(int word) {
        driveThrough(segment.wordRecords(), word);
    }

    private void driveByJoint(int joint) {
        driveThrough(segment.joints().records(), joint);
    }

    private void driveThrough(Postings postings, int key) {
        for (int slice = 0; slice < slices.count(); slice++) {
            if (isDriven(slice) && isFar(slice) == isDrivingFar) {
                driveThrough(postings, key, slice);
            }
        }
    }

    private void driveThrough(Postings postings, int key, int slice) {
        int[] ordered = segment.births().records();
        int from = slices.from(slice);
        int to = slices.to(slice);
        boolean isAll = from == 0 && to == ordered.length;
        int at =
                isAll
                        ? postings.start(key)
                        : postings.firstFrom(key, segment.births().firstRecord(from));
        int beyond = isAll ? Integer.MAX_VALUE : segment.births().firstRecord(to);
        int[] values = postings.values();
        for (int end = postings.end(key); at < end && values[at] < beyond; at++) {
            look(values[at]);
        }
    }

    /// Looks at one record, whatever its birth dates.
    private void look(int record) {
        if (foundIn[record] != searchNumber) {
            double bits =
                    needs.dates().isEmpty()
                            ? 0
                            : BirthDateBound.bits(
                                    needs.dates(), segment.records().birthDates(record));
            double needed = needs.of(record, bits);
            if (mayBring(record, needed, NameBound.neededLogit(needed, RULES))) {
                find(record);
            }
        }
    }

    /// Somebody with two dates stands among the records by the first, and is not driven to by the
    /// second.
    private void lookAtStrays() {
        BirthOrder births = segment.births();
        for (int slice = 0; slice < slices.count(); slice++) {
            boolean isAll = slices.from(slice) == 0 && slices.to(slice) == births.size();
            if (isDriven(slice) && !isAll) {
                births.forEachStray(slices.from(slice), slices.to(slice), this::look);
            }
        }
    }

    @Override
    public String toString() {
        return "Search[" + segment + "]";
    }
}
