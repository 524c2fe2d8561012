package manumit.matching.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import manumit.matching.Band;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.SnapshotException;
import manumit.matching.Watchlist;
import manumit.matching.snapshot.SnapshotWriter;
import manumit.matching.v1.MethodV1;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

class SegmentFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @Seeds(4)
    void anOpenedListAnswersAsTheOneItWasBuiltFrom(Seed seed) throws IOException {
        Invented invented = new Invented(seed.random());
        List<Identity> identities = masked(invented.identities(300), seed.random());
        Watchlist built = Watchlist.of(identities);
        Watchlist opened = reopened(identities);

        assertThat(opened.size()).isEqualTo(built.size());
        for (Identity identity : identities.subList(0, 60)) {
            Particulars asked = invented.perturbed(identity.particulars());
            assertSameAnswers(built, opened, asked);
        }
    }

    @ParameterizedTest
    @Seeds(4)
    void anOpenedListChangesAsTheOneItWasBuiltFrom(Seed seed) throws IOException {
        Random random = seed.random();
        Invented invented = new Invented(random);
        List<Identity> identities = masked(invented.identities(150), random);
        Watchlist built = Watchlist.of(identities.subList(0, 90));
        Watchlist opened = reopened(identities.subList(0, 90));
        for (Watchlist list : List.of(built, opened)) {
            Random same = new Random(seed.value());
            list.putAll(identities.subList(80, 120));
            for (int i = 120; i < 150; i++) {
                list.put(identities.get(i));
                Identity gone = identities.get(same.nextInt(i));
                list.remove(gone.list(), gone.entity());
            }
        }

        assertThat(opened.size()).isEqualTo(built.size());
        for (Identity identity : identities) {
            assertSameAnswers(built, opened, identity.particulars());
        }
    }

    @ParameterizedTest
    @Seeds(4)
    void ofSeveralWithOneKeyTheLastCounts(Seed seed) throws IOException {
        Random random = seed.random();
        List<Identity> identities = new ArrayList<>();
        for (Identity identity : new Invented(random).identities(700)) {
            // 400 keys for 700 records, in pieces that different threads take apart
            String entity = "e" + random.nextInt(400);
            identities.add(Identity.of("test", entity, identity.particulars()));
        }
        Watchlist built = Watchlist.of(identities);
        Watchlist opened = reopened(identities);

        assertThat(opened.size()).isEqualTo(built.size());
        for (Identity identity : identities.subList(0, 25)) {
            assertSameAnswers(built, opened, identity.particulars());
        }
    }

    @Test
    void keysOfOneHashAreToldApart() throws IOException {
        Particulars person = Particulars.builder().name("Odette Lanvenec").build();
        // "Aa" and "BB" have the same hash code.
        Watchlist opened =
                reopened(
                        List.of(
                                Identity.of("test", "Aa", person),
                                Identity.of("test", "BB", person),
                                Identity.of("test", "Aa", person)));

        assertThat(opened.size()).isEqualTo(2);
        assertThat(opened.remove("test", "BB")).isTrue();
        assertThat(opened.remove("test", "BB")).isFalse();
        assertThat(opened.candidates(Query.of(person))).hasSize(1);
    }

    @Test
    void anEmptyListIsASnapshotToo() throws IOException {
        Watchlist opened = reopened(List.of());

        assertThat(opened.size()).isZero();
        assertThat(opened.candidates(Query.of(Particulars.builder().name("Any Body").build())))
                .isEmpty();
    }

    @Test
    void theSameRecordsMakeTheSameBytes() throws IOException {
        List<Identity> identities = new Invented(new Random(3)).identities(600);
        Path streamed = folder.resolve("streamed");
        Path kept = folder.resolve("kept");
        Watchlist.build(identities.stream(), streamed);
        SegmentFile.write(Segment.of(identities, MethodV1.SCORING.rules()), MethodV1.SCORING, kept);

        assertThat(streamed).hasSameBinaryContentAs(kept);
    }

    @Test
    void nothingIsLeftBesideTheSnapshot() throws IOException {
        reopened(new Invented(new Random(4)).identities(20));
        Path absent = folder.resolve("absent");
        Stream<Identity> failing =
                Stream.generate(() -> {
                    throw new IllegalStateException("no more");
                });

        assertThatThrownBy(() -> Watchlist.build(failing, absent))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("list.snapshot"));
        }
    }

    @ParameterizedTest
    @Seeds(5)
    void aFlippedBitIsFoundOrChangesNothing(Seed seed) throws IOException {
        Random random = seed.random();
        List<Identity> identities = new Invented(random).identities(12);
        Watchlist built = Watchlist.of(identities);
        reopened(identities);
        byte[] sound = Files.readAllBytes(folder.resolve("list.snapshot"));
        Path damaged = folder.resolve("damaged");
        int found = 0;
        for (int i = 0; i < 100; i++) {
            byte[] bytes = sound.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, bytes);
            try {
                Watchlist opened = Watchlist.open(damaged);
                for (Identity identity : identities) {
                    assertSameAnswers(built, opened, identity.particulars());
                }
            } catch (SnapshotException e) {
                assertThat(e).hasMessageContaining("damaged").hasMessageContaining("list build");
                found++;
            }
        }
        // The others hit the zeroes between sections.
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void aCutFileIsFoundAtEveryLength() throws IOException {
        reopened(new Invented(new Random(7)).identities(5));
        byte[] sound = Files.readAllBytes(folder.resolve("list.snapshot"));
        Path cut = folder.resolve("cut");
        for (int length = 0; length < sound.length; length += 1 + length / 8) {
            Files.write(cut, Arrays.copyOf(sound, length));

            assertThatThrownBy(() -> Watchlist.open(cut)).isInstanceOf(SnapshotException.class);
        }
    }

    @Test
    void aSnapshotOfAnotherMethodOrOtherTablesIsRefused() throws IOException {
        assertThat(codeOf("manumit-0", TableFingerprint.value()))
                .isEqualTo(SnapshotException.Code.OTHER_METHOD);
        assertThat(codeOf(MethodV1.VERSION, TableFingerprint.value() + 1))
                .isEqualTo(SnapshotException.Code.OTHER_TABLES);
        assertThat(codeOf(MethodV1.VERSION, TableFingerprint.value()))
                .isEqualTo(SnapshotException.Code.MISSING_SECTION);
    }

    @Test
    void otherFilesAreNoSnapshots() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "id,name\n");
        reopened(List.of());

        assertThat(Watchlist.isSnapshot(other)).isFalse();
        assertThat(Watchlist.isSnapshot(folder)).isFalse();
        assertThat(Watchlist.isSnapshot(folder.resolve("list.snapshot"))).isTrue();
    }

    @Test
    void theFingerprintCoversAllTables() throws IOException {
        List<String> tables = new ArrayList<>();
        Path root = Path.of("src/main/resources/manumit/matching");
        for (String part : List.of("knowledge", "similarity", "text", "v1")) {
            try (Stream<Path> files = Files.list(root.resolve(part))) {
                files.forEach(file -> tables.add(part + "/" + file.getFileName()));
            }
        }

        assertThat(TableFingerprint.TABLES).containsExactlyInAnyOrderElementsOf(tables);
    }

    private SnapshotException.Code codeOf(String method, long fingerprint) throws IOException {
        Path file = folder.resolve("other");
        try (SnapshotWriter out = SnapshotWriter.create(file, method, fingerprint)) {
            out.commit(0);
        }
        try {
            Watchlist.open(file);
        } catch (SnapshotException e) {
            return e.code();
        }
        throw new AssertionError("opened");
    }

    private Watchlist reopened(List<Identity> identities) throws IOException {
        Path file = folder.resolve("list.snapshot");
        Watchlist.build(identities.stream(), file);
        return Watchlist.open(file);
    }

    /// A third of the records hidden from member 3.
    private static List<Identity> masked(List<Identity> identities, Random random) {
        return identities.stream()
                .map(i ->
                        new Identity(
                                i.list(),
                                i.entity(),
                                i.particulars(),
                                random.nextInt(3) == 0
                                        ? MemberSet.EVERYBODY.without(3)
                                        : MemberSet.EVERYBODY))
                .toList();
    }

    private static void assertSameAnswers(Watchlist built, Watchlist opened, Particulars asked) {
        for (MemberSet viewer : List.of(MemberSet.EVERYBODY, MemberSet.of(3))) {
            for (int limit : new int[] {2, 1000}) {
                Query query = new Query(asked, viewer, Band.WEAK, limit);
                List<Candidate> expected = built.candidates(query);

                assertThat(opened.candidates(query)).isEqualTo(expected);
            }
        }
    }
}
