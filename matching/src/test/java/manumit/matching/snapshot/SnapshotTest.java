package manumit.matching.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import manumit.matching.SnapshotException;
import manumit.matching.SnapshotException.Code;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.testkit.TextTable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

class SnapshotTest {

    private static final long FINGERPRINT = 0xFEDC_BA98_7654_3210L;

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("list.snapshot");
    }

    @Test
    void sectionsComeBackAsTheyWere() throws Exception {
        writeSmall();
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            assertThat(reader.method()).isEqualTo("manumit-1");
            assertThat(reader.fingerprint()).isEqualTo(FINGERPRINT);
            assertThat(reader.records()).isEqualTo(3);
            assertThat(reader.bytes("bytes")).containsExactly(1, -1, 0);
            assertThat(reader.shorts("shorts")).containsExactly(Short.MIN_VALUE, (short) 7);
            assertThat(reader.ints("ints")).containsExactly(Integer.MIN_VALUE, 1, 2);
            assertThat(reader.longs("longs")).containsExactly(Long.MIN_VALUE, 1);
            assertThat(reader.doubles("doubles")).containsExactly(-0.0, Double.NaN, Math.PI);
            assertThat(reader.ints("empty")).isEmpty();
            assertThat(reader.bytes("identities")).isEqualTo(ascii("streamed"));
            assertThat(reader.hasSection("ints")).isTrue();
            assertThat(reader.hasSection("other")).isFalse();
            reader.verify();
        }
    }

    @Test
    void aMappedSectionIsReadOnlyAndAligned() throws Exception {
        writeSmall();
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            MemorySegment ints = reader.segment("ints");
            assertThat(ints.byteSize()).isEqualTo(12);
            assertThat(ints.isReadOnly()).isTrue();
            assertThat(ints.address() % 8).isZero();
            assertThat(ints.get(Layout.INT, 4)).isEqualTo(1);
            assertThat(reader.segment("empty").byteSize()).isZero();
        }
    }

    @Test
    void aSegmentEndsWithItsReader() throws Exception {
        writeSmall();
        SnapshotReader reader = SnapshotReader.open(file);
        MemorySegment ints = reader.segment("ints");
        int[] copied = reader.ints("ints");
        reader.close();
        assertThat(copied).hasSize(3);
        assertThatThrownBy(() -> ints.get(ValueLayout.JAVA_BYTE, 0))
                .isInstanceOf(IllegalStateException.class);
    }

    /// Around the size of the buffer, where pieces begin and end.
    @ParameterizedTest
    @Seeds(20)
    void sectionsOfAnyLengthComeBackAsTheyWere(Seed seed) throws Exception {
        Random random = seed.random();
        int chunk = Layout.CHUNK_BYTES;
        int[] ints = random.ints(length(random, chunk / 4)).toArray();
        long[] longs = random.longs(length(random, chunk / 8)).toArray();
        byte[] bytes = new byte[length(random, chunk)];
        random.nextBytes(bytes);
        byte[] streamed = new byte[length(random, chunk)];
        random.nextBytes(streamed);
        try (SnapshotWriter writer = SnapshotWriter.create(file, "m", 1)) {
            writer.bytes("bytes", bytes);
            writer.longs("longs", longs);
            try (OutputStream out = writer.stream("streamed")) {
                for (int at = 0; at < streamed.length; ) {
                    int n = Math.min(1 + random.nextInt(300_000), streamed.length - at);
                    out.write(streamed, at, n);
                    at += n;
                    if (at < streamed.length) {
                        out.write(streamed[at++]);
                    }
                }
            }
            writer.ints("ints", ints);
            writer.commit(1);
        }
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            assertThat(Arrays.equals(reader.bytes("bytes"), bytes)).isTrue();
            assertThat(Arrays.equals(reader.longs("longs"), longs)).isTrue();
            assertThat(Arrays.equals(reader.bytes("streamed"), streamed)).isTrue();
            assertThat(Arrays.equals(reader.ints("ints"), ints)).isTrue();
            reader.verify();
        }
    }

    @Test
    void aSnapshotWithoutSectionsIsOne() throws Exception {
        try (SnapshotWriter writer = SnapshotWriter.create(file, "m", 1)) {
            writer.commit(0);
        }
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            assertThat(reader.records()).isZero();
            reader.verify();
        }
    }

    @Test
    void nothingIsLeftWithoutACommit() throws Exception {
        try (SnapshotWriter writer = SnapshotWriter.create(file, "m", 1)) {
            writer.ints("ints", new int[5]);
        }
        assertThat(listFiles()).isEmpty();
    }

    @Test
    void theOldSnapshotStaysUntilTheCommit() throws Exception {
        writeSmall();
        try (SnapshotReader old = SnapshotReader.open(file);
                SnapshotWriter writer = SnapshotWriter.create(file, "m", 1)) {
            writer.ints("ints", new int[] {9});
            try (SnapshotReader reader = SnapshotReader.open(file)) {
                assertThat(reader.ints("ints")).hasSize(3);
            }
            writer.commit(1);
            try (SnapshotReader reader = SnapshotReader.open(file)) {
                assertThat(reader.ints("ints")).containsExactly(9);
            }
            assertThat(old.ints("ints")).hasSize(3);
        }
        assertThat(listFiles()).containsExactly("list.snapshot");
    }

    @Test
    void theSameSectionsGiveTheSameBytes() throws Exception {
        writeSmall();
        byte[] first = Files.readAllBytes(file);
        writeSmall();
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    /// The format is a promise to files that exist. If you meant to change it, change the version.
    @Test
    void theBytesOfASnapshotStay() throws Exception {
        try (SnapshotWriter writer = SnapshotWriter.create(file, "m-1", 2)) {
            writer.ints("i", new int[] {1});
            writer.commit(3);
        }
        String expected =
                """
                89534e500d0a1a0a 010000001f000000 6700000000000000 4800000000000000
                0200000000000000 0300000000000000 d527e0cd00000000 00000000c38e71c9
                0100000000000000
                036d2d31 01000000 0169 03 4000000000000000 0400000000000000 7fe12295
                """;
        String found = HexFormat.of().formatHex(Files.readAllBytes(file));
        assertThat(found).isEqualTo(expected.replaceAll("\\s", ""));
    }

    @Test
    void anotherMethodOrOtherTablesAreRefused() throws Exception {
        writeSmall();
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            reader.require("manumit-1", FINGERPRINT);
            assertCode(Code.OTHER_METHOD, () -> reader.require("manumit-2", FINGERPRINT));
            assertCode(Code.OTHER_TABLES, () -> reader.require("manumit-1", FINGERPRINT + 1));
        }
    }

    @Test
    void aSectionThatIsMissingOrOfAnotherTypeIsNamed() throws Exception {
        writeSmall();
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            assertCode(Code.MISSING_SECTION, () -> reader.ints("other"));
            assertCode(Code.MISSING_SECTION, () -> reader.longs("ints"));
            assertCode(Code.MISSING_SECTION, () -> reader.segment("other"));
            assertThatThrownBy(() -> reader.ints("other"))
                    .hasMessage(
                            file
                                    + ": has no section other of INTS; build it again with: "
                                    + "manumit list build");
        }
    }

    @Test
    void misuseOfTheWriterIsRefused() throws Exception {
        try (SnapshotWriter writer = SnapshotWriter.create(file, "m", 1)) {
            writer.ints("ints", new int[1]);
            assertThatThrownBy(() -> writer.ints("ints", new int[1]))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.ints("a b", new int[1]))
                    .isInstanceOf(IllegalArgumentException.class);
            try (OutputStream out = writer.stream("stream")) {
                out.write(1);
                assertThatThrownBy(() -> writer.ints("other", new int[1]))
                        .isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> writer.commit(1))
                        .isInstanceOf(IllegalStateException.class);
            }
            writer.commit(1);
            assertThatThrownBy(() -> writer.ints("late", new int[1]))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void otherFilesAreNotTakenForSnapshots() throws Exception {
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
        byte[] zip = HexFormat.of().parseHex("504b0304140000000800000000000000");
        byte[] csv = ascii("name,birth_date\nAmina Okonkwo,1990-12-31\n".repeat(10));
        for (byte[] other : new byte[][] {{}, {(byte) 0x89}, png, zip, csv, new byte[5000]}) {
            Files.write(file, other);
            assertCode(Code.NOT_A_SNAPSHOT, () -> open());
        }
        assertThatThrownBy(this::open)
                .hasMessage(file + ": is not a snapshot; build one with: manumit list build");
        Files.delete(file);
        assertThatThrownBy(this::open).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> SnapshotReader.open(folder).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void otherVersionsAreToldApart() throws Exception {
        TextTable table =
                TextTable.of(
                        """
                        version | code
                        0       | older-version
                        2       | newer-version
                        77777   | newer-version
                        -1      | newer-version
                        """);
        for (TextTable.Row row : table.rows()) {
            writeSmall();
            byte[] bytes = Files.readAllBytes(file);
            MemorySegment.ofArray(bytes)
                    .set(Layout.INT, Layout.VERSION_AT, Integer.parseInt(row.cell("version")));
            Files.write(file, bytes);
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            SnapshotException.class,
                            e -> assertThat(e.code().code()).isEqualTo(row.cell("code")))
                    .hasMessageContaining("manumit list build");
        }
    }

    @Test
    void everyChangedByteIsFound() throws Exception {
        writeSmall();
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            for (int change : new int[] {1, 0x80, 0xFF}) {
                bytes[at] ^= (byte) change;
                Files.write(file, bytes);
                bytes[at] ^= (byte) change;
                assertThatThrownBy(this::openAndVerify)
                        .as("byte " + at)
                        .isInstanceOf(SnapshotException.class);
            }
        }
    }

    @Test
    void aChangedByteIsFoundWhenItsSectionIsCopied() throws Exception {
        writeSmall();
        byte[] bytes = Files.readAllBytes(file);
        bytes[Layout.HEADER_BYTES] ^= 1;
        Files.write(file, bytes);
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            assertCode(Code.DAMAGED, () -> reader.bytes("bytes"));
            assertThat(reader.ints("ints")).hasSize(3);
            assertThatThrownBy(reader::verify).hasMessageContaining("(section bytes)");
        }
    }

    @Test
    void everyTruncationIsFound() throws Exception {
        writeSmall();
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertCode(length < Long.BYTES ? Code.NOT_A_SNAPSHOT : Code.TRUNCATED, this::open);
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        assertCode(Code.DAMAGED, this::open);
    }

    /// Directories that a program wrote wrongly, with checksums that are right.
    @Test
    void sectionsThatOverlapOrLeaveTheFileAreRefused() throws Exception {
        int first = 64;
        long[][] places = {
            {first, 8, first, 8}, // on top of each other
            {first, 8, first + 4, 4}, // overlapping, and not aligned
            {first, 16, first + 8, 8}, // overlapping
            {first + 8, 8, first, 8}, // in another order
            {0, 8, first, 16}, // in the header
            {first, 8, first + 8, 1 << 20}, // beyond the file
            {first, 8, first + 8, -8},
            {first, Long.MAX_VALUE, first + 8, 8},
            {Long.MAX_VALUE - 3, 8, first + 8, 8},
            {first, 8, first + 8, 7}, // no whole number of elements
            {first, 4, first + 8, 0}, // a hole behind
        };
        for (long[] place : places) {
            try (SnapshotWriter writer = SnapshotWriter.create(file, "m", 1)) {
                writer.ints("a", new int[2]);
                writer.ints("b", new int[2]);
                writer.commit(1);
            }
            byte[] bytes = Files.readAllBytes(file);
            MemorySegment all = MemorySegment.ofArray(bytes);
            // Behind the method, the count, and name and type of the section.
            long at = all.get(Layout.LONG, Layout.DIRECTORY_AT) + 2 + 4 + 3;
            all.set(Layout.LONG, at, place[0]);
            all.set(Layout.LONG, at + 8, place[1]);
            all.set(Layout.LONG, at + 23, place[2]);
            all.set(Layout.LONG, at + 31, place[3]);
            Files.write(file, sealed(bytes));
            assertCode(Code.DAMAGED, this::open);
        }
    }

    @Test
    void aDirectoryBeyondTheFileIsRefused() throws Exception {
        writeSmall();
        byte[] bytes = Files.readAllBytes(file);
        for (long value : new long[] {-1, 0, 63, bytes.length + 1L, Long.MAX_VALUE, 1L << 40}) {
            byte[] changed = bytes.clone();
            MemorySegment.ofArray(changed).set(Layout.LONG, Layout.DIRECTORY_AT, value);
            Files.write(file, withHeaderCrc(changed));
            assertCode(Code.DAMAGED, this::open);
            changed = bytes.clone();
            MemorySegment.ofArray(changed).set(Layout.INT, Layout.DIRECTORY_LENGTH_AT, (int) value);
            Files.write(file, withHeaderCrc(changed));
            assertCode(Code.DAMAGED, this::open);
        }
    }

    /// Gives a changed directory the checksums it would have.
    static byte[] sealed(byte[] bytes) {
        MemorySegment all = MemorySegment.ofArray(bytes);
        long at = all.get(Layout.LONG, Layout.DIRECTORY_AT);
        int length = all.get(Layout.INT, Layout.DIRECTORY_LENGTH_AT);
        all.set(Layout.INT, Layout.DIRECTORY_CRC_AT, Layout.crc(all.asSlice(at, length)));
        return withHeaderCrc(bytes);
    }

    static byte[] withHeaderCrc(byte[] bytes) {
        MemorySegment all = MemorySegment.ofArray(bytes);
        int crc = Layout.crc(all.asSlice(0, Layout.HEADER_CRC_AT));
        all.set(Layout.INT, Layout.HEADER_CRC_AT, crc);
        return bytes;
    }

    private void writeSmall() throws IOException {
        try (SnapshotWriter writer = SnapshotWriter.create(file, "manumit-1", FINGERPRINT)) {
            writer.bytes("bytes", new byte[] {1, -1, 0});
            writer.shorts("shorts", new short[] {Short.MIN_VALUE, 7});
            writer.ints("ints", new int[] {Integer.MIN_VALUE, 1, 2});
            writer.ints("empty", new int[0]);
            writer.longs("longs", new long[] {Long.MIN_VALUE, 1});
            writer.doubles("doubles", new double[] {-0.0, Double.NaN, Math.PI});
            try (OutputStream out = writer.stream("identities")) {
                out.write(ascii("streamed"));
            }
            writer.commit(3);
        }
    }

    private void open() throws IOException {
        SnapshotReader.open(file).close();
    }

    private void openAndVerify() throws IOException {
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            reader.verify();
        }
    }

    private static void assertCode(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SnapshotException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static int length(Random random, int near) {
        return random.nextInt(3) * near + random.nextInt(9);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Stream<String> listFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList().stream();
        }
    }
}
