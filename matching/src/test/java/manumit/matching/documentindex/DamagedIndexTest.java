package manumit.matching.documentindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import manumit.matching.TravelDocument;
import manumit.matching.documentindex.IndexFileException.Code;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/// A file that is not as it was written: a clear error, or the right answer.
class DamagedIndexTest {

    @TempDir Path folder;
    private Path file = Path.of("");
    private byte[] sound = {};
    private final List<TravelDocument> questions = new ArrayList<>();
    private final List<List<DocumentFinding>> answers = new ArrayList<>();

    @BeforeEach
    void buildASmallFile() throws IOException {
        file = folder.resolve("index");
        InventedDocuments invented = new InventedDocuments(new Random(1), 60);
        try (DocumentIndex.Builder builder = DocumentIndex.builder(file)) {
            for (int i = 0; i < 100; i++) {
                builder.add(invented.entry());
            }
            builder.build();
        }
        sound = Files.readAllBytes(file);
        try (DocumentIndex index = DocumentIndex.open(file)) {
            for (int i = 0; i < 30; i++) {
                questions.add(invented.document());
                answers.add(index.findingsOfAnyIssuer(questions.getLast()));
            }
        }
    }

    @Test
    void everyChangedByteIsNoticedBeforeItBecomesAnAnswer() throws IOException {
        // Of the padding of the header, which one checksum covers, every 50th byte is enough.
        for (int at = 0; at < sound.length; at += at > 100 && at < 4_000 ? 50 : 1) {
            byte[] damaged = sound.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            checkDamaged(damaged, "byte " + at);
        }
    }

    @Test
    void everyShortenedFileIsNoticedWhenItIsOpened() throws IOException {
        for (int length = 0;
                length < sound.length;
                length += length > 100 && length < 4_000 ? 50 : 1) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertThatExceptionOfType(IndexFileException.class)
                    .as("length %s", length)
                    .isThrownBy(() -> DocumentIndex.open(file))
                    .extracting(IndexFileException::code)
                    .isEqualTo(Code.TRUNCATED);
        }
    }

    @ParameterizedTest
    @Seeds(200)
    void anyDamageIsNoticedBeforeItBecomesAnAnswer(Seed seed) throws IOException {
        Random random = seed.random();
        byte[] damaged = sound.clone();
        int from = random.nextInt(sound.length);
        int to = Math.min(sound.length, from + 1 + random.nextInt(300));
        for (int at = from; at < to; at++) {
            damaged[at] = (byte) random.nextInt();
        }
        if (!Arrays.equals(damaged, sound)) {
            checkDamaged(damaged, "bytes " + from + " to " + to);
        }
    }

    /// @param damaged differs from the sound file
    private void checkDamaged(byte[] damaged, String what) throws IOException {
        Files.write(file, damaged);
        try (DocumentIndex index = DocumentIndex.open(file)) {
            for (int i = 0; i < questions.size(); i++) {
                assertThat(answerOrError(index, questions.get(i)))
                        .as(what)
                        .isIn(answers.get(i), null);
            }
            assertThatExceptionOfType(IndexFileException.class)
                    .as(what)
                    .isThrownBy(index::verify)
                    .withMessageContaining("index-damaged");
        } catch (IndexFileException e) {
            assertThat(e).as(what).hasMessageContaining(file.toString());
        }
    }

    @SuppressWarnings("NullAway") // null is the error
    private static List<DocumentFinding> answerOrError(DocumentIndex index, TravelDocument asked) {
        try {
            return index.findingsOfAnyIssuer(asked);
        } catch (IndexFileException e) {
            return null;
        }
    }

    @Test
    void anotherFileIsToldFromADamagedOne() throws IOException {
        Files.writeString(file, "reference,name\n1,Ana Example\n", StandardCharsets.UTF_8);

        assertThatExceptionOfType(IndexFileException.class)
                .isThrownBy(() -> DocumentIndex.open(file))
                .withMessageContaining("index-foreign")
                .withMessageContaining(file.toString());
    }

    @Test
    void aFileOfALaterVersionAsksForAnUpdate() throws IOException {
        byte[] later = sound.clone();
        later[8] = 2;
        Files.write(file, later);

        assertThatExceptionOfType(IndexFileException.class)
                .isThrownBy(() -> DocumentIndex.open(file))
                .withMessageContaining("index-newer")
                .withMessageContaining("update Manumit");
    }

    @Test
    void aFileWithSomethingBehindItIsDamaged() throws IOException {
        Files.write(file, Arrays.copyOf(sound, sound.length + 1));

        assertThatExceptionOfType(IndexFileException.class)
                .isThrownBy(() -> DocumentIndex.open(file))
                .extracting(IndexFileException::code)
                .isEqualTo(Code.DAMAGED);
    }
}
