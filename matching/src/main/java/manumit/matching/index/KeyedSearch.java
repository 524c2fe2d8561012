package manumit.matching.index;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import manumit.matching.NameKind;
import manumit.matching.Query;
import manumit.matching.documents.DocumentKeys;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.Rarity;
import manumit.matching.v1.BirthDateBound;
import manumit.matching.v1.NameBound;
import manumit.matching.v1.Prepared;
import manumit.matching.v1.Rules;

/// The search of methods whose parts need a key in common: all that a part may stand for is looked
/// up at once ({@link KeyedWords}), so that no two words are compared afterwards.
///
/// What a name must bring depends on what the birth date brings. So the records are taken by birth
/// date, in stretches ({@link BirthOrder}), and each stretch asks the names for the rest:
///
/// ```text
/// same day, swapped, one digit off …   some thousand people: look at each (scan)
/// no date, another year …              many, but nearly the whole name must match: go by one part
///                                      of the query and what it may stand for (drive)
/// same document                        whatever the name
/// ```
///
/// A record is looked at by its words, in three steps, each of which only sees what the one before
/// let through: a table of 16 KB by the hash of the word; the table of all words; how alike the
/// words are. {@link NameBound} says whether the parts that can be linked could bring enough. No
/// step turns away a record that could: the tables hold all that a part may stand for, and more.
///
/// One search at a time; not thread-safe. Keeps its tables between searches.
final class KeyedSearch implements RecordSearch {

    /// Stretches of more records are not scanned if one part of the name must match anyway.
    private static final int MOST_SCANNED = 4_000;

    private static final int FILTER_BITS = 14;
    private static final int FILTER_SHIFT = Integer.SIZE - FILTER_BITS;

    /// Parts that are told apart; those beyond count as the last of them.
    private static final int TOLD = Byte.SIZE;

    private static final int SETS = 1 << TOLD;

    private final Segment segment;
    private final KeyedWords keyed;
    private final Rules rules;
    private final NameNeeds needs;
    private final int mostScanned;

    /// For each word the full parts of the query's name that it may stand for, bit i for part i;
    /// and shifted by {@link #TOLD} those that it may stand for if they are read as one with
    /// others.
    private final short[] cells;

    private int[] touched = new int[1024];
    private int touchedCount;

    /// The same of all words with a hash, all parts where it may be read as one with others. Bytes,
    /// so that the first cache holds the table.
    private final byte[] filter = new byte[1 << FILTER_BITS];

    /// For each record the parts that neighbours of its names, read as one, may stand for.
    private final byte[] joinedCells;

    private int[] joinedRecords = new int[256];
    private int joinedCount;

    /// The search in which each record was last found.
    private final int[] foundIn;

    private int searchNumber;
    private int[] found = new int[256];

    /// May neighbours read as one link the names of each record found?
    private boolean[] foundJoined = new boolean[256];

    /// Which names of each may bring enough, see {@link RecordSearch#names}.
    private long[] foundNames = new long[256];

    private int foundCount;

    // The same of the record looked at last.
    private boolean isJoined;
    private long names;

    private boolean hasSeveralNames;
    private final BirthOrder.Slices slices = new BirthOrder.Slices();

    // The name at hand.
    private NameBound bound;
    private ParsedName name;
    private int partCount;
    private final KeyedWords.Likes[] likes = new KeyedWords.Likes[ParsedName.MAX_PARTS];
    private final int[][] beginnings = new int[ParsedName.MAX_PARTS][];

    /// Words for each of its joints, and the parts that it is made of.
    private int[][] jointWords = {};

    private int[] jointParts = {};

    /// Least log2 odds that any driven slice asks of a name.
    private double drivenLogit;

    /// Most log2 odds by the set of parts that can be linked, with single parts only.
    private final double[] mostDirect = new double[SETS];

    /// The same, however they are linked.
    private final double[] most = new double[SETS];

    private final double[] mostOfNames = new double[Long.SIZE];
    private final double[] likenesses = new double[TOLD];
    private final double[] evidence = new double[TOLD];

    KeyedSearch(Segment segment, KeyedWords keyed, Rules rules) {
        this(segment, keyed, rules, MOST_SCANNED);
    }

    /// @param mostScanned longest stretch of records of which each is looked at
    KeyedSearch(Segment segment, KeyedWords keyed, Rules rules, int mostScanned) {
        this.segment = segment;
        this.keyed = keyed;
        this.rules = rules;
        this.needs = new NameNeeds(segment.records(), rules);
        this.mostScanned = mostScanned;
        this.cells = new short[segment.vocabulary().size()];
        this.joinedCells = new byte[segment.count()];
        this.foundIn = new int[segment.count()];
        this.name = ParsedName.restored(NameKind.PRIMARY, List.of(), false);
        this.bound = NameBound.of(name, rules);
    }

    @Override
    public int run(Query query, Prepared prepared) {
        if (++searchNumber == 0) {
            // After 2^32 searches old marks would be taken for new ones.
            Arrays.fill(foundIn, 0);
            searchNumber = 1;
        }
        foundCount = 0;
        for (String key : DocumentKeys.of(query.particulars().documents())) {
            segment.documents().forEach(key, this::findWhole);
        }
        needs.take(query.particulars(), query.minBand());
        List<ParsedName> all = prepared.allNames();
        segment.births().collect(needs.dates(), needs.leastBirthBits(all.isEmpty()), slices);
        hasSeveralNames = all.size() > 1;
        if (all.isEmpty()) {
            findNameless();
        }
        for (ParsedName one : all) {
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

    @Override
    public boolean mayJoin(int index) {
        return foundJoined[index];
    }

    @Override
    public long names(int index) {
        return foundNames[index];
    }

    /// Whatever its names.
    private void findWhole(int record) {
        isJoined = true;
        names = ALL_NAMES;
        find(record);
    }

    /// By what was last seen of it.
    private void find(int record) {
        if (foundIn[record] != searchNumber) {
            foundIn[record] = searchNumber;
            if (foundCount == found.length) {
                found = Arrays.copyOf(found, foundCount * 2);
                foundJoined = Arrays.copyOf(foundJoined, foundCount * 2);
                foundNames = Arrays.copyOf(foundNames, foundCount * 2);
            }
            found[foundCount] = record;
            foundJoined[foundCount] = isJoined;
            foundNames[foundCount++] = names;
        }
    }

    private void findNameless() {
        for (int slice = 0; slice < slices.count(); slice++) {
            for (int entry = slices.from(slice); entry < slices.to(slice); entry++) {
                int record = segment.births().records()[entry];
                if (needs.of(record, slices.bits(slice)) <= NameBound.missingBits()) {
                    findWhole(record);
                }
            }
        }
    }

    // The name at hand.

    private void takeName(ParsedName one) {
        name = one;
        bound = NameBound.of(one, rules);
        partCount = bound.fullCount();
        for (int p = 0; p < partCount; p++) {
            takePart(p, one.parts().get(bound.place(p)));
        }
        List<ParsedName.Joint> joints = one.joints(keyed::mayJoin);
        jointWords = new int[joints.size()][];
        jointParts = new int[joints.size()];
        for (int j = 0; j < jointWords.length; j++) {
            jointParts[j] = covered(joints.get(j));
            jointWords[j] = keyed.ofJoint(joints.get(j));
            for (int word : jointWords[j]) {
                mark(word, jointParts[j] << TOLD);
            }
        }
        int last = (1 << Math.min(partCount, TOLD)) - 1;
        for (int set = 0; set <= last; set++) {
            mostDirect[set] = bound.mostDirect(set);
            most[set] = Math.max(mostDirect[set], bound.mostJoined(set));
        }
        mostDirect[SETS - 1] = mostDirect[last];
        most[SETS - 1] = most[last];
    }

    private void takePart(int p, NamePart part) {
        KeyedWords.Likes like = keyed.likes(part.part());
        likes[p] = like;
        int bit = bit(p);
        for (int word : like.words()) {
            mark(word, bit);
        }
        for (int word : like.initials()) {
            mark(word, bit);
        }
        beginnings[p] = part.cut() ? beginningWith(part.part()) : new int[0];
        for (int word : beginnings[p]) {
            mark(word, bit);
        }
        for (int record : like.joined()) {
            if (joinedCells[record] == 0) {
                if (joinedCount == joinedRecords.length) {
                    joinedRecords = Arrays.copyOf(joinedRecords, joinedCount * 2);
                }
                joinedRecords[joinedCount++] = record;
            }
            joinedCells[record] |= (byte) bit;
        }
    }

    private int[] beginningWith(Part part) {
        IntStream.Builder words = IntStream.builder();
        keyed.cut().forEachBeginningWith(part, words::add);
        return words.build().toArray();
    }

    private void mark(int word, int bits) {
        if (cells[word] == 0) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, touchedCount * 2);
            }
            touched[touchedCount++] = word;
        }
        cells[word] |= (short) bits;
        filter[hash(word)] |= (byte) (bits < SETS ? bits : SETS - 1);
    }

    private static int bit(int part) {
        return 1 << Math.min(part, TOLD - 1);
    }

    private static int hash(int word) {
        return (word * 0x9E3779B9) >>> FILTER_SHIFT;
    }

    private void clearCells() {
        for (int i = 0; i < touchedCount; i++) {
            cells[touched[i]] = 0;
            filter[hash(touched[i])] = 0;
        }
        touchedCount = 0;
        for (int i = 0; i < joinedCount; i++) {
            joinedCells[joinedRecords[i]] = 0;
        }
        joinedCount = 0;
    }

    /// The full parts that a joint of the name at hand is made of, as bits.
    private int covered(ParsedName.Joint joint) {
        int covered = 0;
        for (int p = 0; p < partCount; p++) {
            int place = bound.place(p);
            covered |= place >= joint.first() && place < joint.first() + joint.count() ? bit(p) : 0;
        }
        return covered;
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
            drivenLogit = NameBound.neededLogit(Math.min(nearNeed, farNeed), rules);
            lookAtStrays();
        }
        // Each by what it asks of a name: years that nearly agree ask for nearly the whole name.
        if (nearNeed < Double.POSITIVE_INFINITY) {
            drive(false, NameBound.neededLogit(nearNeed, rules));
        }
        if (farNeed < Double.POSITIVE_INFINITY) {
            drive(true, NameBound.neededLogit(farNeed, rules));
        }
    }

    // Record by record.

    private void scan(int from, int to, double birthBits) {
        int[] records = segment.births().records();
        double least = needs.least(birthBits);
        if (least <= NameBound.missingBits()) {
            for (int entry = from; entry < to; entry++) {
                look(records[entry], birthBits);
            }
            return;
        }
        double logit = NameBound.neededLogit(least, rules);
        boolean isUniform = needs.isUniform();
        for (int entry = from; entry < to; entry++) {
            int record = records[entry];
            if (maySeem(record, logit) && foundIn[record] != searchNumber) {
                if (isUniform) {
                    if (mayBring(record, logit)) {
                        find(record);
                    }
                } else {
                    look(record, birthBits);
                }
            }
        }
    }

    /// May any name of the record bring that much, by the hashes of its words?
    ///
    /// Words that may be read as one count as if all parts could be linked directly: that brings at
    /// least as much.
    private boolean maySeem(int record, double logit) {
        int[] starts = segment.words().starts();
        int[] values = segment.words().values();
        int end = starts[record + 1];
        int linked = joinedCells[record] == 0 ? 0 : SETS - 1;
        for (int i = starts[record]; i < end; i++) {
            linked |= filter[hash(values[i])];
        }
        linked &= SETS - 1;
        return mostDirect[linked] >= logit
                || (most[linked] >= logit && segment.records().isTied(record));
    }

    private void look(int record, double birthBits) {
        if (foundIn[record] != searchNumber) {
            double needed = needs.of(record, birthBits);
            if (isNamelessEnough(record, needed)) {
                findWhole(record);
            } else if (mayBring(record, NameBound.neededLogit(needed, rules))) {
                find(record);
            }
        }
    }

    private boolean isNamelessEnough(int record, double neededBits) {
        return neededBits <= NameBound.missingBits()
                && segment.records().names()[record] == segment.records().names()[record + 1];
    }

    /// May any name of the record bring that much with the name at hand?
    private boolean mayBring(int record, double logit) {
        Postings words = segment.words();
        int[] values = words.values();
        int end = words.end(record);
        int both = 0;
        for (int i = words.start(record); i < end; i++) {
            both |= cells[values[i]];
        }
        int direct = both & (SETS - 1);
        int joined = ((both >>> TOLD) | joinedCells[record]) & (SETS - 1);
        if ((direct | joined) == 0) {
            return false;
        }
        isJoined = joined != 0 || hasSeveralNames || segment.records().isTied(record);
        names = ALL_NAMES;
        if (joined != 0 || segment.records().isTied(record)) {
            // A word that may stand for several parts, or neighbours that may for one.
            return bound.mostJoined(direct | joined) >= logit
                    || (direct != 0 && bound.mostDirect(direct) >= logit);
        }
        return bound.mostDirect(direct) >= logit && isAlikeEnough(record, logit);
    }

    /// Could the parts bring enough in any one name of the record, as alike as they are to its
    /// words?
    private boolean isAlikeEnough(int record, double logit) {
        RecordTable records = segment.records();
        int first = records.names()[record];
        int count = records.names()[record + 1] - first;
        if (partCount > TOLD || count >= mostOfNames.length) {
            return true;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            mostOfNames[i] = mostOfName(first + i);
            most = Math.max(most, mostOfNames[i]);
        }
        if (most < logit || hasSeveralNames) {
            return most >= logit;
        }
        // Elsewhere in the order of birth the same record may ask less of its names.
        double exact = NameBound.neededLogit(needs.of(record, birthBits(record)), rules);
        names = 0;
        for (int i = 0; i < count; i++) {
            names |= mostOfNames[i] >= exact ? 1L << i : 0;
        }
        return names != 0;
    }

    private double birthBits(int record) {
        return needs.dates().isEmpty()
                ? 0
                : BirthDateBound.bits(needs.dates(), segment.records().birthDates(record));
    }

    private double mostOfName(int recordName) {
        RecordTable records = segment.records();
        Arrays.fill(likenesses, 0, partCount, 0);
        Arrays.fill(evidence, 0, partCount, 0);
        int full = 0;
        int linkable = 0;
        boolean hasGiven = false;
        double given = 0;
        boolean hasFamily = false;
        int end = records.parts()[recordName + 1];
        int count = end - records.parts()[recordName];
        for (int i = records.parts()[recordName]; i < end; i++) {
            int word = records.partWords()[i];
            byte use = records.partUses()[i];
            boolean isFull = RecordTable.isFull(use);
            int cell = cells[word] & (SETS - 1);
            double like = 0;
            for (int rest = cell; rest != 0; rest &= rest - 1) {
                int part = Integer.numberOfTrailingZeros(rest);
                like = Math.max(like, takeLink(part, word, isFull));
            }
            if (isFull) {
                full++;
                linkable += cell == 0 ? 0 : 1;
                if (!hasGiven && RecordTable.mayBeGiven(use)) {
                    hasGiven = true;
                    given = like;
                }
                hasFamily = records.mayBeFamily(recordName, use) ? cell != 0 : hasFamily;
            }
        }
        return bound.mostOfName(
                likenesses,
                evidence,
                new NameBound.OfName(full, linkable, full == count, given, hasFamily));
    }

    /// A part may be linked with the word: how alike they are at most, 1 where that does not count
    /// among the least alike, and what that brings.
    ///
    /// @return how alike they are at most
    private double takeLink(int p, int word, boolean isFull) {
        KeyedWords.Likes like = likes[p];
        int at = Arrays.binarySearch(like.words(), word);
        if (at < 0 || like.likeness()[at] == KeyedWords.APART || beginnings[p].length > 0) {
            likenesses[p] = 1;
            evidence[p] = Math.max(evidence[p], NameBound.initialEvidence());
            if (at >= 0 || beginnings[p].length > 0) {
                evidence[p] = Math.max(evidence[p], bound.evidence(p, 1, Rarity.UNKNOWN_BITS));
            }
            return 1;
        }
        double likeness = Math.min(1, like.likeness()[at] / (double) KeyedWords.STEPS);
        double rarity = segment.wordKeys().rarityBits(word);
        likenesses[p] = Math.max(likenesses[p], isFull ? likeness : 1);
        evidence[p] = Math.max(evidence[p], bound.evidence(p, likeness, rarity));
        return likeness;
    }

    // Where there are too many records to look at each.

    /// Are all records of the slice far ones, without a full birth date at first place?
    private boolean isFar(int slice) {
        return slices.from(slice) >= segment.births().firstVague();
    }

    private boolean isDriven(int slice) {
        return slices.to(slice) - slices.from(slice) > mostScanned
                && needs.least(slices.bits(slice)) > NameBound.missingBits();
    }

    /// Goes through the records that have something like one of the driving parts. These are so
    /// chosen that a name linked with none of them cannot bring enough.
    ///
    /// @param isFar by the slices without a full date, or by the others
    private void drive(boolean isFar, double logit) {
        if (bound.mostJoined(bound.all()) < logit && bound.mostDirect(bound.all()) < logit) {
            return;
        }
        int drivers = drivers(isFar, logit);
        for (int p = 0; p < partCount; p++) {
            if ((drivers >>> p & 1) != 0) {
                driveBy(p, isFar, logit);
            }
        }
        for (int j = 0; j < jointWords.length; j++) {
            if ((jointParts[j] & drivers) != 0) {
                driveThrough(jointWords[j], isFar);
            }
        }
    }

    private int drivers(boolean isFar, double logit) {
        if (partCount > TOLD) {
            return -1;
        }
        int drivers = 0;
        while (drivers != bound.all() && most[bound.all() & ~drivers] >= logit) {
            int best = -1;
            long least = Long.MAX_VALUE;
            for (int p = 0; p < partCount; p++) {
                if ((drivers >>> p & 1) == 0) {
                    long cost = isFar ? likes[p].far().length : likes[p].records();
                    if (bound.mostWithInitial(p) >= logit) {
                        cost += likes[p].recordsOfInitials();
                    }
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

    private void driveBy(int p, boolean isFar, double logit) {
        KeyedWords.Likes like = likes[p];
        if (isFar) {
            driveOver(like.far());
        } else {
            double floor = bound.leastSimilarity(p, logit);
            int least = (int) Math.floor(floor * KeyedWords.STEPS);
            Postings postings = segment.wordRecords();
            for (int i = 0; i < like.words().length; i++) {
                if (like.likeness()[i] >= least) {
                    driveThrough(postings, like.words()[i], false);
                }
            }
            driveOver(like.joined());
        }
        driveThrough(beginnings[p], isFar);
        if (bound.mostWithInitial(p) >= logit) {
            driveThrough(like.initials(), isFar);
        }
    }

    private void driveThrough(int[] words, boolean isFar) {
        for (int word : words) {
            driveThrough(segment.wordRecords(), word, isFar);
        }
    }

    /// Of ascending records those in the driven slices.
    private void driveOver(int[] records) {
        for (int slice = 0; slice < slices.count(); slice++) {
            if (isDriven(slice)) {
                int from = segment.births().firstRecord(slices.from(slice));
                int to = segment.births().firstRecord(slices.to(slice));
                int at = Arrays.binarySearch(records, from);
                for (int i = at < 0 ? -at - 1 : at; i < records.length && records[i] < to; i++) {
                    lookWhole(records[i]);
                }
            }
        }
    }

    private void driveThrough(Postings postings, int word, boolean isFar) {
        int[] values = postings.values();
        for (int slice = 0; slice < slices.count(); slice++) {
            if (isDriven(slice) && isFar(slice) == isFar) {
                boolean isAll =
                        slices.from(slice) == 0 && slices.to(slice) == segment.births().size();
                int at =
                        isAll
                                ? postings.start(word)
                                : postings.firstFrom(
                                        word, segment.births().firstRecord(slices.from(slice)));
                int beyond =
                        isAll ? Integer.MAX_VALUE : segment.births().firstRecord(slices.to(slice));
                for (int end = postings.end(word); at < end && values[at] < beyond; at++) {
                    lookWhole(values[at]);
                }
            }
        }
    }

    /// Looks at one record, whatever its birth dates. Where another of them brings more than those
    /// of the driven slices, it stands in another slice, too.
    private void lookWhole(int record) {
        if (maySeem(record, drivenLogit) && foundIn[record] != searchNumber) {
            look(record, birthBits(record));
        }
    }

    /// Somebody with two dates stands among the records by the first, and is not driven to by the
    /// second.
    private void lookAtStrays() {
        BirthOrder births = segment.births();
        for (int slice = 0; slice < slices.count(); slice++) {
            boolean isAll = slices.from(slice) == 0 && slices.to(slice) == births.size();
            if (isDriven(slice) && !isAll) {
                births.forEachStray(slices.from(slice), slices.to(slice), this::lookWhole);
            }
        }
    }

    @Override
    public String toString() {
        return "KeyedSearch[" + segment + "]";
    }
}
