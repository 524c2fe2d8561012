package manumit.matching.index;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.MemberSet;
import manumit.matching.SnapshotException;
import manumit.matching.similarity.PartLexicon;
import manumit.matching.similarity.PartSpellings;
import manumit.matching.snapshot.IdentityCodec;
import manumit.matching.snapshot.SnapshotReader;
import manumit.matching.snapshot.SnapshotWriter;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.Scoring;
import manumit.matching.v2.MethodV2;

/// A segment in a file: each array of it a section, each array that is added one line in {@link
/// #write} and one in {@link #read}. Arrays are copied into the heap when the file is opened,
/// identities stay where they lie. No word is looked at, so that a million people are there within
/// a second.
///
/// Every byte that is used is held against its checksum when the file is opened. Sections that
/// carry the right checksums are taken to be what this class wrote.
final class SegmentFile {

    /// Raised where sections come to mean something else; part of the fingerprint.
    static final int FORM = 3;

    private static final String IDENTITIES = "identities";
    private static final String OFFSETS = "identity-offsets";
    private static final String LONG_OFFSETS = "identity-long-offsets";

    private static final int LETTERS_OF_COUNTRY = 2;
    private static final int WORDS_OF_MASK = 4;

    private SegmentFile() {}

    /// Writes a segment, and replaces the file where it exists.
    static void write(Segment segment, Scoring method, Path file) throws IOException {
        try (SnapshotWriter out =
                SnapshotWriter.create(file, method.version(), TableFingerprint.value())) {
            write(segment, out);
            out.commit(segment.count());
        }
    }

    /// Opens a segment.
    ///
    /// @throws SnapshotException where the file is none, damaged, or made by another method or with
    ///   other tables
    /// @throws IOException where it cannot be read
    static Opened open(Path file) throws IOException {
        SnapshotReader in = SnapshotReader.openForUse(file);
        Scoring method = method(in);
        in.require(method.version(), TableFingerprint.value());
        try {
            Segment segment = read(in);
            if (segment.count() != in.records()) {
                throw in.damaged("number of records");
            }
            return new Opened(segment, method);
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | IllegalStateException
                | DateTimeException e) {
            throw in.damaged("sections do not fit together");
        }
    }

    /// @param method that the segment was made for
    record Opened(Segment segment, Scoring method) {}

    /// The method that the file names; where it names none that is known, the first one, which
    /// requiring it will refuse.
    private static Scoring method(SnapshotReader in) {
        return in.method().equals(MethodV2.VERSION) ? MethodV2.SCORING : MethodV1.SCORING;
    }

    private static void write(Segment segment, SnapshotWriter out) throws IOException {
        RecordTable records = segment.records();
        out.bytes("kinds", records.kinds());
        out.bytes("sexes", records.sexes());
        out.longs("tied", records.tied());
        out.ints("masks", records.masks());
        write("dates", records.dates(), out);
        write("nations", records.nations(), out);
        out.ints("names", records.names());
        out.bytes("name-kinds", records.nameKinds());
        out.ints("parts", records.parts());
        out.ints("part-words", records.partWords());
        out.bytes("part-uses", records.partUses());
        out.longs("distinct-masks", ofMasks(records.distinctMasks()));
        out.ints(
                "distinct-dates",
                records.distinctDates().stream().mapToInt(IdentityCodec::number).toArray());
        out.bytes("distinct-nations", ofNations(records.distinctNations()));
        out.ints("birth-keys", segment.births().keys());
        out.ints("birth-records", segment.births().records());
        out.ints("birth-strays", segment.births().strays());
        write("vocabulary", segment.vocabulary(), out);
        write("words", segment.words(), out);
        write("word-records", segment.wordRecords(), out);
        out.ints("frequent-count", new int[] {segment.frequentCount()});
        write("frequent", segment.frequent(), out);
        write("all", segment.all(), out);
        write("far", segment.far(), out);
        out.ints("joint-starts", segment.joints().ofRecord());
        out.longs("joint-facts", segment.joints().facts());
        out.ints("joint-words", segment.joints().words());
        write("joint-writings", segment.joints().writings(), out);
        write("joint-spellings", segment.joints().spellings(), out);
        write("joint-records", segment.joints().records(), out);
        write("joint-sounds", segment.joints().sounds(), out);
        write("documents", segment.documents(), out);
        write("sounds", segment.sounds(), out);
        write("word-spellings", segment.wordSpellings(), out);
        out.shorts("joint-weights", segment.jointWeights());
        out.shorts("word-weights", segment.wordWeights());
        out.ints("initials", segment.initials());
        out.ints("by-spelling", segment.bySpelling());
        out.ints("word-keys.starts", segment.wordKeys().starts());
        out.ints("word-keys.words", segment.wordKeys().words());
        out.longs("word-keys.sounds", segment.wordKeys().sounds());
        out.bytes("word-keys.rarities", segment.wordKeys().rarities());
        out.ints("keys", segment.keys().table());
        writeIdentities(segment, out);
    }

    private static Segment read(SnapshotReader in) throws SnapshotException {
        RecordTable records =
                new RecordTable(
                        in.bytes("kinds"),
                        in.bytes("sexes"),
                        in.longs("tied"),
                        in.ints("masks"),
                        postings("dates", in),
                        postings("nations", in),
                        in.ints("names"),
                        in.bytes("name-kinds"),
                        in.ints("parts"),
                        in.ints("part-words"),
                        in.bytes("part-uses"),
                        masks(in.longs("distinct-masks")),
                        dates(in.ints("distinct-dates")),
                        nations(in.bytes("distinct-nations")));
        Vocabulary vocabulary = vocabulary("vocabulary", in);
        return new Segment(
                records,
                new BirthOrder(
                        in.ints("birth-keys"), in.ints("birth-records"), in.ints("birth-strays")),
                vocabulary,
                postings("words", in),
                postings("word-records", in),
                in.ints("frequent-count")[0],
                lexicon("frequent", vocabulary, in),
                lexicon("all", vocabulary, in),
                lexicon("far", vocabulary, in),
                new Joints(
                        in.ints("joint-starts"),
                        in.longs("joint-facts"),
                        in.ints("joint-words"),
                        vocabulary("joint-writings", in),
                        spellings("joint-spellings", in),
                        postings("joint-records", in),
                        hashes("joint-sounds", in)),
                hashes("documents", in),
                hashes("sounds", in),
                spellings("word-spellings", in),
                in.shorts("joint-weights"),
                in.shorts("word-weights"),
                in.ints("initials"),
                in.ints("by-spelling"),
                new WordKeys(
                        in.ints("word-keys.starts"),
                        in.ints("word-keys.words"),
                        in.longs("word-keys.sounds"),
                        in.bytes("word-keys.rarities")),
                new KeyTable(in.ints("keys")),
                identities(in));
    }

    private static void write(String name, Postings postings, SnapshotWriter out)
            throws IOException {
        out.ints(name + ".starts", postings.starts());
        out.ints(name + ".values", postings.values());
    }

    private static Postings postings(String name, SnapshotReader in) throws SnapshotException {
        return new Postings(in.ints(name + ".starts"), in.ints(name + ".values"));
    }

    private static void write(String name, HashTable table, SnapshotWriter out) throws IOException {
        out.longs(name + ".hashes", table.hashes());
        out.ints(name + ".numbers", table.numbers());
    }

    private static HashTable hashes(String name, SnapshotReader in) throws SnapshotException {
        return new HashTable(in.longs(name + ".hashes"), in.ints(name + ".numbers"));
    }

    private static void write(String name, PartSpellings spellings, SnapshotWriter out)
            throws IOException {
        out.longs(name + ".facts", spellings.facts());
        out.ints(name + ".starts", spellings.starts());
        out.bytes(name + ".codes", spellings.codes());
    }

    private static PartSpellings spellings(String name, SnapshotReader in)
            throws SnapshotException {
        return new PartSpellings(
                in.longs(name + ".facts"), in.ints(name + ".starts"), in.bytes(name + ".codes"));
    }

    private static void write(String name, Vocabulary vocabulary, SnapshotWriter out)
            throws IOException {
        out.bytes(name + ".text", vocabulary.text());
        out.ints(name + ".starts", vocabulary.starts());
        out.bytes(name + ".uses", vocabulary.uses());
    }

    private static Vocabulary vocabulary(String name, SnapshotReader in) throws SnapshotException {
        return new Vocabulary(
                in.bytes(name + ".text"), in.ints(name + ".starts"), in.bytes(name + ".uses"));
    }

    private static void write(String name, PartLexicon lexicon, SnapshotWriter out)
            throws IOException {
        PartLexicon.Tables tables = lexicon.arrays();
        out.ints(name + ".weights", tables.weights());
        out.longs(name + ".masks", tables.masks());
        out.longs(name + ".fars", tables.fars());
        out.ints(name + ".owners", tables.owners());
        out.ints(name + ".code-starts", tables.codeStarts());
        out.bytes(name + ".codes", tables.codes());
        out.ints(name + ".group-starts", tables.groupStarts());
        out.ints(name + ".group-parts", tables.groupParts());
        out.ints(name + ".others", tables.others());
    }

    private static PartLexicon lexicon(String name, Vocabulary vocabulary, SnapshotReader in)
            throws SnapshotException {
        return PartLexicon.of(
                new PartLexicon.Tables(
                        in.ints(name + ".weights"),
                        in.longs(name + ".masks"),
                        in.longs(name + ".fars"),
                        in.ints(name + ".owners"),
                        in.ints(name + ".code-starts"),
                        in.bytes(name + ".codes"),
                        in.ints(name + ".group-starts"),
                        in.ints(name + ".group-parts"),
                        in.ints(name + ".others")),
                vocabulary::part);
    }

    private static long[] ofMasks(List<MemberSet> masks) {
        long[] words = new long[masks.size() * WORDS_OF_MASK];
        int at = 0;
        for (MemberSet mask : masks) {
            words[at++] = mask.bits0();
            words[at++] = mask.bits1();
            words[at++] = mask.bits2();
            words[at++] = mask.bits3();
        }
        return words;
    }

    private static List<MemberSet> masks(long[] words) {
        List<MemberSet> masks = new ArrayList<>();
        for (int i = 0; i < words.length; i += WORDS_OF_MASK) {
            masks.add(new MemberSet(words[i], words[i + 1], words[i + 2], words[i + 3]));
        }
        return masks;
    }

    private static List<BirthDate> dates(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(IdentityCodec::date).toList();
    }

    private static byte[] ofNations(List<Country> nations) {
        StringBuilder codes = new StringBuilder();
        nations.forEach(nation -> codes.append(nation.code()));
        return codes.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Country> nations(byte[] codes) {
        List<Country> nations = new ArrayList<>();
        for (int i = 0; i < codes.length; i += LETTERS_OF_COUNTRY) {
            nations.add(
                    new Country(
                            new String(codes, i, LETTERS_OF_COUNTRY, StandardCharsets.US_ASCII)));
        }
        return nations;
    }

    /// Identities in the order of records, then where each begins.
    private static void writeIdentities(Segment segment, SnapshotWriter out) throws IOException {
        long[] offsets = new long[segment.count()];
        long at = 0;
        try (OutputStream stream = out.stream(IDENTITIES)) {
            for (int record = 0; record < offsets.length; record++) {
                byte[] bytes = segment.identities().encoded(record);
                stream.write(bytes);
                offsets[record] = at;
                at += bytes.length;
            }
        }
        if (at <= Integer.MAX_VALUE) {
            out.ints(OFFSETS, Arrays.stream(offsets).mapToInt(Math::toIntExact).toArray());
        } else {
            out.longs(LONG_OFFSETS, offsets);
        }
    }

    private static IdentityStore identities(SnapshotReader in) throws SnapshotException {
        MemorySegment bytes = in.checkedSegment(IDENTITIES);
        if (in.hasSection(LONG_OFFSETS)) {
            long[] offsets = in.longs(LONG_OFFSETS);
            return new EncodedIdentities(bytes, record -> offsets[record]);
        }
        int[] offsets = in.ints(OFFSETS);
        return new EncodedIdentities(bytes, record -> offsets[record]);
    }
}
