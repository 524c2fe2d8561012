package manumit.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Attacks, damage and chance: a reader ends with rejects or an IOException, and nothing else.
class HostileInputTest {

    private static final long SEED = Long.getLong("test.seed", 20261123);

    /// Raised for a long run: `-Dtest.rounds=5000`.
    private static final int ROUNDS = Integer.getInteger("test.rounds", 100);

    private static final Set<String> CODES =
            Arrays.stream(RejectCode.values()).map(RejectCode::code).collect(Collectors.toSet());

    @TempDir Path folder;

    @Test
    void entityExpansionIsRefused() throws IOException {
        StringBuilder bomb =
                new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\">");
        for (char c = 'b'; c < 'z'; c++) {
            char before = (char) (c - 1);
            bomb.append(
                    String.format(
                            Locale.ROOT,
                            "<!ENTITY %c \"%s\">",
                            c,
                            ("&" + before + ";").repeat(10)));
        }
        bomb.append("]><CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>&y;</FIRST_NAME>")
                .append("</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>");
        Reading reading = Reading.of(folder, bomb.toString());
        assertThat(reading.identities()).isEmpty();
        assertThat(reading.rejects()).extracting(Reject::code).containsExactly("xml-doctype");
    }

    @Test
    void externalEntitiesAreNotFetched() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET SAMPLE");
        String attack =
                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY x SYSTEM \""
                        + secret.toUri()
                        + "\">]><CONSOLIDATED_LIST><INDIVIDUAL><REFERENCE_NUMBER>1</REFERENCE_NUMBER>"
                        + "<FIRST_NAME>&x;</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>";
        Reading reading = Reading.of(folder, attack);
        assertThat(reading.identities()).isEmpty();
        assertThat(reading.rejects()).extracting(Reject::code).containsExactly("xml-doctype");
    }

    @Test
    void anUndeclaredEntityEndsTheReading() throws IOException {
        Reading reading = Reading.of(folder, Fixtures.UN.replace("VARENNE", "&nothing;"));
        assertThat(reading.rejects()).extracting(Reject::code).contains("xml-broken");
    }

    @Test
    void deepXmlAndEndlessTextAreCutOff() throws IOException {
        String start = "<CONSOLIDATED_LIST><INDIVIDUAL>";
        for (String inside :
                List.of(
                        "<A>".repeat(100_000),
                        "<A/>".repeat(100_000),
                        "x".repeat(3 << 20),
                        "<A b=\"" + "y".repeat(12 << 20))) {
            Reading reading = Reading.of(folder, start + inside);
            assertThat(reading.identities()).isEmpty();
            assertThat(reading.rejects()).extracting(Reject::code).containsExactly("xml-broken");
        }
    }

    @Test
    void hugeLinesAreSkippedAndTheRestIsRead() throws IOException {
        String huge = "9".repeat(Lines.MAX_BYTES + 10);
        Reading csv = Reading.of(folder, "id,name\n1,Before\n2," + huge + "\n3,After Sample\n");
        assertThat(csv.codes()).containsExactly("3 row-too-long");
        assertThat(csv.identities()).extracting(i -> i.entity()).containsExactly("1", "3");

        Reading json =
                Reading.of(
                        folder,
                        "{\"id\":\"1\",\"name\":\"A\"}\n{\"id\":\""
                                + huge
                                + "\"}\n{\"id\":\"3\",\"name\":\"B\"}");
        assertThat(json.codes()).containsExactly("2 row-too-long");
        assertThat(json.identities()).hasSize(2);
    }

    @Test
    void deepJsonIsRejected() throws IOException {
        Reading reading =
                Reading.of(
                        folder,
                        "{\"id\":\"1\",\"name\":\"A\"}\n"
                                + "{\"a\":".repeat(5_000)
                                + "\n"
                                + "{\"a\":"
                                + "[".repeat(5_000));
        assertThat(reading.codes()).containsExactly("2 json-broken", "3 json-broken");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneRow() throws IOException {
        StringBuilder text = new StringBuilder("id,name\n0,\"Never closed\n");
        for (int i = 1; i <= 5_000; i++) {
            text.append(i).append(",Sample ").append((char) ('A' + i % 26)).append('\n');
        }
        Reading reading = Reading.of(folder, text.toString());
        assertThat(reading.codes()).containsExactly("2 row-broken");
        assertThat(reading.identities()).hasSize(5_000);
    }

    @Test
    void aCutOffArchiveKeepsWhatCameBefore() throws IOException {
        StringBuilder text = new StringBuilder("id,name\n");
        Random random = new Random(SEED);
        for (int i = 1; i <= 20_000; i++) {
            text.append(i).append(",Sample ").append(random.nextLong()).append('\n');
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Reading reading =
                Reading.of(folder, Arrays.copyOf(packed.toByteArray(), packed.size() * 3 / 4));
        assertThat(reading.identities()).hasSizeBetween(10_000, 19_999);
        assertThat(reading.rejects()).extracting(Reject::code).contains("gzip-broken");
    }

    @Test
    void mutilatedFilesGiveRejectsOrAnIoException() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, String> list : Fixtures.lists().entrySet()) {
                byte[] bytes = mutilate(list.getValue(), random);
                int at = round;
                assertThatCode(() -> readList(bytes))
                        .as("seed %s, round %s, %s", SEED, at, list.getKey())
                        .doesNotThrowAnyException();
            }
            byte[] travellers = mutilate(Fixtures.TRAVELLERS, random);
            byte[] pairs = mutilate(Fixtures.PAIRS, random);
            int at = round;
            assertThatCode(
                            () -> {
                                readTravellers(travellers);
                                readPairs(pairs);
                            })
                    .as("seed %s, round %s", SEED, at)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void wordingsOfChanceEndQuickly() {
        Random random = new Random(SEED);
        String alphabet = "(((())),,;;//  ..abcXYZÖЖم1990 or and to circa (a) born : \"'‘’-";
        long start = System.nanoTime();
        for (int round = 0; round < 10 * ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(round % 50 == 0 ? 15_000 : 200);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            everyWording(text.toString());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    static void everyWording(String text) {
        DateText.read(text);
        CountryText.read(text);
        DocumentText.read(
                text, manumit.matching.DocumentType.PASSPORT, manumit.matching.Country.UNKNOWN);
        NameText.persons(text, manumit.matching.NameKind.PRIMARY);
        NameText.others(text, manumit.matching.NameKind.PRIMARY);
        if (!text.isBlank()) {
            NameText.familyFirst(manumit.matching.NameKind.PRIMARY, text);
        }
    }

    private static byte[] mutilate(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(3) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        int changes = random.nextInt(8);
        byte[] special = "\"',;|\n\r<>{}[]&\u0000-/()\\".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextBoolean()
                            ? special[random.nextInt(special.length)]
                            : (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void readList(byte[] bytes) throws IOException {
        try {
            requireDocumented(Reading.of(folder, bytes).rejects());
        } catch (IOException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    static void readTravellers(byte[] bytes) {
        List<Reject> rejects = new ArrayList<>();
        try {
            TravellerReader.read(new ByteArrayInputStream(bytes), "t", _ -> {}, rejects::add);
            requireDocumented(rejects);
        } catch (IOException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    static void readPairs(byte[] bytes) {
        List<Reject> rejects = new ArrayList<>();
        try {
            PairReader.read(new ByteArrayInputStream(bytes), "p", _ -> {}, rejects::add);
            requireDocumented(rejects);
        } catch (IOException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    static void requireDocumented(List<Reject> rejects) {
        assertThat(rejects).allMatch(r -> CODES.contains(r.code()));
    }
}
