package manumit.matching.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.documents.DocumentKeys;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import manumit.matching.names.Weight;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartFacts;
import manumit.matching.similarity.PartLexicon;
import manumit.matching.similarity.PartSpellings;
import manumit.matching.v1.Prepared;
import manumit.matching.v1.Rules;

/// Builds a segment: takes records one by one, keeps of each only numbers, and puts all in order at
/// the end. Not thread-safe.
@SuppressWarnings("EnumOrdinal") // kept within one version of the method, which a snapshot names
final class SegmentBuilder {

    /// Numbers of things in the order in which they were first seen.
    private static final class Interned<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> values = new ArrayList<>();

        int number(T value) {
            Integer known = numbers.get(value);
            if (known == null) {
                known = values.size();
                numbers.put(value, known);
                values.add(value);
            }
            return known;
        }
    }

    /// A word of the vocabulary before it has its number.
    private record Word(String written, byte use) {}

    private final Interned<Word> words = new Interned<>();

    /// A joint in one of its spellings; -1 where the spellings do not tell enough.
    private record JointSpelling(String written, int spelling) {}

    private final Interned<JointSpelling> jointWords = new Interned<>();
    private final Interned<MemberSet> masks = new Interned<>();
    private final Interned<BirthDate> dates = new Interned<>();
    private final Interned<Country> nations = new Interned<>();

    private final Bytes kinds = new Bytes();
    private final Bytes sexes = new Bytes();
    private final Ints recordMasks = new Ints();
    private final Ints dateStarts = new Ints(0);
    private final Ints dateValues = new Ints();
    private final Ints nationStarts = new Ints(0);
    private final Ints nationValues = new Ints();
    private final Ints nameStarts = new Ints(0);
    private final Bytes nameKinds = new Bytes();
    private final Ints partStarts = new Ints(0);
    private final Ints partWords = new Ints();
    private final Bytes partUses = new Bytes();
    private final Ints slotStarts = new Ints(0);
    private final Ints slotWords = new Ints();
    private final Ints jointStarts = new Ints(0);
    private final BitSet tied = new BitSet();
    private final Longs jointFacts = new Longs();
    private final Ints jointValues = new Ints();
    private final Longs documentHashes = new Longs();
    private final Ints documentRecords = new Ints();
    private int count;
    private final boolean isKeyed;

    /// @param rules of the method that will compare
    SegmentBuilder(Rules rules) {
        this.isKeyed = rules.isKeyed();
    }

    /// What a record needs to be added: made in any thread.
    record Entry(Identity identity, Prepared prepared) {
        static Entry of(Identity identity) {
            Prepared prepared = Prepared.of(identity.particulars());
            prepared.allNames().forEach(ParsedName::joints);
            return new Entry(identity, prepared);
        }
    }

    void add(Identity identity) {
        add(Entry.of(identity));
    }

    void add(Entry entry) {
        Particulars particulars = entry.identity.particulars();
        kinds.add((byte) particulars.kind().ordinal());
        sexes.add((byte) particulars.sex().ordinal());
        recordMasks.add(masks.number(entry.identity.visibleTo()));
        particulars.birthDates().forEach(date -> dateValues.add(dates.number(date)));
        dateStarts.add(dateValues.size);
        particulars.nationalities().forEach(nation -> nationValues.add(nations.number(nation)));
        nationStarts.add(nationValues.size);
        Set<Integer> slots = new LinkedHashSet<>();
        Set<String> joints = new LinkedHashSet<>();
        entry.prepared.names().forEach(name -> add(name, false, slots, joints));
        if (particulars.kind() == EntityKind.UNKNOWN) {
            entry.prepared.namesAsOrganisation().forEach(name -> add(name, true, slots, joints));
        }
        nameStarts.add(nameKinds.size);
        slots.forEach(slotWords::add);
        slotStarts.add(slotWords.size);
        jointStarts.add(jointFacts.size);
        for (String key : DocumentKeys.of(particulars.documents())) {
            documentHashes.add(HashTable.hash(key));
            documentRecords.add(count);
        }
        count++;
    }

    private void add(
            ParsedName name, boolean asOrganisation, Set<Integer> slots, Set<String> joints) {
        nameKinds.add(RecordTable.nameKind(name, asOrganisation));
        for (NamePart part : name.parts()) {
            byte use =
                    (byte)
                            ((part.weight() == Weight.INITIAL ? Vocabulary.INITIAL : 0)
                                    | (part.cut() ? Vocabulary.CUT : 0));
            int word = words.number(new Word(part.written(), use));
            partWords.add(word);
            partUses.add(RecordTable.partUse(part));
            slots.add(word);
        }
        partStarts.add(partWords.size);
        for (ParsedName.Joint joint : name.joints()) {
            if (joint.tied()) {
                tied.set(count);
                slots.add(words.number(new Word(joint.part().written(), (byte) 0)));
            } else if (joints.add(joint.part().written())) {
                addJoint(joint.part());
            }
        }
    }

    private void addJoint(Part joint) {
        int count = PartFacts.spellingCount(joint);
        for (int i = 0; i < count; i++) {
            jointFacts.add(PartFacts.of(joint, i));
            jointValues.add(jointWords.number(new JointSpelling(joint.written(), i)));
        }
        if (count == 0) {
            jointFacts.add(PartFacts.of(joint));
            jointValues.add(jointWords.number(new JointSpelling(joint.written(), -1)));
        }
    }

    /// Puts all in order.
    ///
    /// @param identities given for each record's number the place at which it was added, keeps the
    ///   records in full
    Segment build(Function<int[], IdentityStore> identities) {
        BirthEntries entries = births();
        int[] numbers = entries.numbers;
        int[] order = new int[count];
        for (int old = 0; old < count; old++) {
            order[numbers[old]] = old;
        }
        int farFrom = farFrom();

        Postings slots = reordered(slotStarts.toArray(), slotWords.toArray(), order);
        Words wordOrder = wordOrder(slots);
        renumber(slots.values(), wordOrder.numbers);
        int[] parts = partWords.toArray();
        renumber(parts, wordOrder.numbers);
        Vocabulary vocabulary = wordOrder.vocabulary;
        Postings wordRecords = inverse(slots, vocabulary.size());

        RecordTable records = recordTable(order, parts);
        Postings jointsOfRecord = reordered(jointStarts.toArray(), jointValues.toArray(), order);
        long[] facts = reorderedFacts(order);
        Postings jointRecords = inverse(jointsOfRecord, jointWords.values.size());
        Joints joints = joints(jointsOfRecord, facts, jointRecords);
        int[] compared =
                IntStream.range(0, vocabulary.size())
                        .filter(word -> !vocabulary.isInitial(word))
                        .toArray();
        // Words are looked up in one way or in the other.
        int[] scanned = isKeyed ? new int[0] : compared;
        int frequent = wordOrder.frequent;
        IdentityStore store = identities.apply(order);
        int[] documents = documentRecords.toArray();
        renumber(documents, numbers);
        PartSpellings wordSpellings = PartSpellings.of(vocabulary.size(), vocabulary::part);
        return new Segment(
                records,
                new BirthOrder(entries.keys, entries.records, entries.strays),
                vocabulary,
                slots,
                wordRecords,
                frequent,
                PartLexicon.of(
                        Arrays.stream(scanned).filter(word -> word < frequent).toArray(),
                        vocabulary::part),
                PartLexicon.of(scanned, vocabulary::part),
                PartLexicon.of(
                        Arrays.stream(scanned)
                                .filter(word -> hasFar(wordRecords, word, farFrom))
                                .toArray(),
                        vocabulary::part),
                joints,
                HashTable.of(documentHashes.toArray(), documents, documents.length),
                sounds(scanned, vocabulary::part),
                wordSpellings,
                jointWeights(jointsOfRecord.starts(), facts),
                wordWeights(slots, wordSpellings.facts()),
                IntStream.range(0, vocabulary.size()).filter(vocabulary::isInitial).toArray(),
                bySpelling(compared, vocabulary),
                isKeyed
                        ? WordKeys.of(compared, vocabulary.size(), vocabulary::part)
                        : WordKeys.NONE,
                KeyTable.of(count, store),
                store);
    }

    /// @param keys of all birth dates, ascending
    /// @param records record of each, by its new number
    /// @param numbers new number by old number
    /// @param strays entries of second and further dates
    @SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
    private record BirthEntries(int[] keys, int[] records, int[] numbers, int[] strays) {}

    /// Orders records by their first date and then by their coming; entries by date and record.
    private BirthEntries births() {
        int[] starts = dateStarts.toArray();
        long[] firsts = new long[count];
        int extra = 0;
        int[] keyOf = new int[dates.values.size()];
        for (int i = 0; i < keyOf.length; i++) {
            keyOf[i] = BirthOrder.key(dates.values.get(i));
        }
        for (int old = 0; old < count; old++) {
            int dated = starts[old + 1] - starts[old];
            int key = dated == 0 ? BirthOrder.undatedKey() : keyOf[dateValues.values[starts[old]]];
            firsts[old] = (long) key << 32 | old;
            extra += Math.max(1, dated);
        }
        Arrays.sort(firsts);
        int[] numbers = new int[count];
        for (int number = 0; number < count; number++) {
            numbers[(int) firsts[number]] = number;
        }
        long[] entries = new long[extra];
        int at = 0;
        for (int old = 0; old < count; old++) {
            if (starts[old + 1] == starts[old]) {
                entries[at++] = (long) BirthOrder.undatedKey() << 32 | numbers[old];
            }
            for (int i = starts[old]; i < starts[old + 1]; i++) {
                entries[at++] = (long) keyOf[dateValues.values[i]] << 32 | numbers[old];
            }
        }
        Arrays.sort(entries);
        int[] keys = new int[extra];
        int[] records = new int[extra];
        Ints strays = new Ints();
        for (int i = 0; i < extra; i++) {
            keys[i] = (int) (entries[i] >>> 32);
            records[i] = (int) entries[i];
            boolean isRepeated = i > 0 && entries[i] == entries[i - 1];
            if (keys[i] != (int) (firsts[records[i]] >>> 32) || isRepeated) {
                strays.add(i);
            }
        }
        return new BirthEntries(keys, records, numbers, strays.toArray());
    }

    /// The first record without a full date at first place; those before it have one.
    private int farFrom() {
        int far = 0;
        int[] starts = dateStarts.toArray();
        for (int old = 0; old < count; old++) {
            boolean isDay =
                    starts[old + 1] > starts[old]
                            && dates.values.get(dateValues.values[starts[old]])
                                    instanceof BirthDate.Day;
            far += isDay ? 1 : 0;
        }
        return far;
    }

    private Joints joints(Postings ofRecord, long[] facts, Postings records) {
        List<JointSpelling> distinct = jointWords.values;
        List<Part> parts = distinct.parallelStream().map(joint -> Part.of(joint.written)).toList();
        long[] distinctFacts = new long[distinct.size()];
        List<byte[]> codes = new ArrayList<>(distinct.size());
        List<String> writings = new ArrayList<>(distinct.size());
        for (int i = 0; i < distinctFacts.length; i++) {
            int spelling = distinct.get(i).spelling;
            boolean isTold = spelling >= 0;
            Part part = parts.get(i);
            distinctFacts[i] = isTold ? PartFacts.of(part, spelling) : PartFacts.of(part);
            codes.add(isTold ? PartFacts.codes(part, spelling) : new byte[0]);
            // Equivalents count beside spellings.
            writings.add(isTold && !PartFacts.isGrouped(distinctFacts[i]) ? "" : part.written());
        }
        return new Joints(
                ofRecord.starts(),
                facts,
                ofRecord.values(),
                vocabulary(writings, new byte[writings.size()]),
                PartSpellings.of(distinctFacts, codes),
                records,
                sounds(IntStream.range(0, parts.size()).toArray(), parts::get));
    }

    private static HashTable sounds(int[] numbers, IntFunction<Part> parts) {
        Longs hashes = new Longs();
        Ints owners = new Ints();
        for (int number : numbers) {
            for (String sound : parts.apply(number).sounds()) {
                hashes.add(HashTable.hash(sound));
                owners.add(number);
            }
        }
        return HashTable.of(hashes.toArray(), owners.toArray(), owners.size);
    }

    private static short[] jointWeights(int[] starts, long[] facts) {
        short[] weights = new short[starts.length - 1];
        for (int record = 0; record < weights.length; record++) {
            int least = Short.MAX_VALUE;
            for (int i = starts[record]; i < starts[record + 1]; i++) {
                least = Math.min(least, PartFacts.leastWeight(facts[i]) / Segment.WEIGHT_STEP);
            }
            weights[record] = (short) least;
        }
        return weights;
    }

    private static short[] wordWeights(Postings slots, long[] wordFacts) {
        short[] weights = new short[slots.starts().length - 1];
        for (int record = 0; record < weights.length; record++) {
            int most = 0;
            for (int i = slots.start(record); i < slots.end(record); i++) {
                most = Math.max(most, PartFacts.mostWeight(wordFacts[slots.values()[i]]));
            }
            int steps = (most + Segment.WEIGHT_STEP - 1) / Segment.WEIGHT_STEP;
            weights[record] = (short) Math.min(Short.MAX_VALUE, steps);
        }
        return weights;
    }

    private static boolean hasFar(Postings records, int key, int farFrom) {
        int end = records.end(key);
        return end > records.start(key) && records.values()[end - 1] >= farFrom;
    }

    private static Postings reordered(int[] starts, int[] values, int[] order) {
        int[] newStarts = new int[order.length + 1];
        int[] newValues = new int[values.length];
        int at = 0;
        for (int number = 0; number < order.length; number++) {
            int from = starts[order[number]];
            int length = starts[order[number] + 1] - from;
            System.arraycopy(values, from, newValues, at, length);
            at += length;
            newStarts[number + 1] = at;
        }
        return new Postings(newStarts, newValues);
    }

    private long[] reorderedFacts(int[] order) {
        long[] facts = new long[jointFacts.size];
        int at = 0;
        for (int old : order) {
            for (int i = jointStarts.values[old]; i < jointStarts.values[old + 1]; i++) {
                facts[at++] = jointFacts.values[i];
            }
        }
        return facts;
    }

    private static Postings inverse(Postings lists, int keyCount) {
        int count = lists.starts().length - 1;
        int[] values = new int[lists.values().length];
        for (int number = 0; number < count; number++) {
            Arrays.fill(values, lists.start(number), lists.end(number), number);
        }
        return Postings.of(keyCount, lists.values(), values, values.length);
    }

    private static void renumber(int[] values, int[] numbers) {
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[values[i]];
        }
    }

    /// @param numbers new number by old number
    /// @param frequent number of words that may be looked up at once: no beginnings
    @SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
    private record Words(int[] numbers, Vocabulary vocabulary, int frequent) {}

    /// Initials first, then from the most frequent on, beginnings last.
    private Words wordOrder(Postings slots) {
        int size = words.values.size();
        int[] counts = new int[size];
        for (int word : slots.values()) {
            counts[word]++;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingInt((Integer word) -> rank(words.values.get(word).use))
                        .thenComparingInt(word -> -counts[word])
                        .thenComparing(word -> words.values.get(word).written));
        int[] numbers = new int[size];
        List<Word> ordered = new ArrayList<>(size);
        int whole = 0;
        for (int number = 0; number < size; number++) {
            numbers[order[number]] = number;
            Word word = words.values.get(order[number]);
            ordered.add(word);
            whole += (word.use & Vocabulary.CUT) == 0 ? 1 : 0;
        }
        byte[] uses = new byte[size];
        for (int i = 0; i < size; i++) {
            uses[i] = ordered.get(i).use;
        }
        return new Words(
                numbers,
                vocabulary(ordered.stream().map(Word::written).toList(), uses),
                Math.min(whole, Segment.MOST_FREQUENT));
    }

    private static int rank(byte use) {
        return (use & Vocabulary.CUT) != 0 ? 2 : (use & Vocabulary.INITIAL) != 0 ? 0 : 1;
    }

    private static Vocabulary vocabulary(List<String> written, byte[] uses) {
        int[] starts = new int[written.size() + 1];
        ByteArrayOutputStream text = new ByteArrayOutputStream(written.size() * 8);
        for (int i = 0; i < written.size(); i++) {
            text.writeBytes(written.get(i).getBytes(StandardCharsets.UTF_8));
            starts[i + 1] = text.size();
        }
        return new Vocabulary(text.toByteArray(), starts, uses);
    }

    private static int[] bySpelling(int[] compared, Vocabulary vocabulary) {
        return Arrays.stream(compared)
                .boxed()
                .filter(word -> !vocabulary.part(word).spellings().isEmpty())
                .sorted(
                        Comparator.comparing(
                                (Integer word) -> vocabulary.part(word).spellings().getFirst()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private RecordTable recordTable(int[] order, int[] parts) {
        byte[] newKinds = new byte[count];
        byte[] newSexes = new byte[count];
        long[] newTied = new long[(count + 63) >>> 6];
        int[] newMasks = new int[count];
        int[] newNames = new int[count + 1];
        byte[] newNameKinds = new byte[nameKinds.size];
        int[] newParts = new int[nameKinds.size + 1];
        int[] newPartWords = new int[parts.length];
        byte[] newPartUses = new byte[parts.length];
        int name = 0;
        int part = 0;
        for (int number = 0; number < count; number++) {
            int old = order[number];
            newKinds[number] = kinds.values[old];
            newSexes[number] = sexes.values[old];
            newTied[number >>> 6] |= tied.get(old) ? 1L << number : 0;
            newMasks[number] = recordMasks.values[old];
            for (int n = nameStarts.values[old]; n < nameStarts.values[old + 1]; n++) {
                newNameKinds[name] = nameKinds.values[n];
                for (int p = partStarts.values[n]; p < partStarts.values[n + 1]; p++) {
                    newPartWords[part] = parts[p];
                    newPartUses[part++] = partUses.values[p];
                }
                newParts[++name] = part;
            }
            newNames[number + 1] = name;
        }
        return new RecordTable(
                newKinds,
                newSexes,
                newTied,
                newMasks,
                reordered(dateStarts.toArray(), dateValues.toArray(), order),
                reordered(nationStarts.toArray(), nationValues.toArray(), order),
                newNames,
                newNameKinds,
                newParts,
                newPartWords,
                newPartUses,
                masks.values,
                dates.values,
                nations.values);
    }

    /// Growing numbers.
    private static final class Ints {
        private int[] values = new int[64];
        private int size;

        Ints(int... first) {
            for (int value : first) {
                add(value);
            }
        }

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    private static final class Longs {
        private long[] values = new long[64];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    private static final class Bytes {
        private byte[] values = new byte[64];
        private int size;

        void add(byte value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }
    }

    @Override
    public String toString() {
        return "SegmentBuilder[" + count + " records]";
    }
}
