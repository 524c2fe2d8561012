package manumit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    @TempDir Path folder;

    @Test
    void aKeyIsMadeOnceForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("signing.key");
        SigningKey made = SigningKey.openOrCreate(file);

        assertThat(SigningKey.openOrCreate(file).verifyingKey()).isEqualTo(made.verifyingKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        Path file = folder.resolve("signing.key");
        SigningKey.openOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> SigningKey.openOrCreate(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aDamagedKeyIsRefusedAndNotReplaced() throws IOException {
        Path signing = folder.resolve("signing.key");
        Path subjects = folder.resolve("subjects.key");
        SigningKey.openOrCreate(signing);
        SubjectKey.openOrCreate(subjects);
        Files.writeString(
                signing, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Files.writeString(subjects, "AAAA\n");

        assertThatThrownBy(() -> SigningKey.openOrCreate(signing))
                .hasMessageContaining("restore it");
        assertThatThrownBy(() -> SubjectKey.openOrCreate(subjects))
                .hasMessageContaining("restore it");
    }

    @Test
    void oneIdentifierHasOneHashHoweverItIsWritten() throws IOException {
        SubjectKey key = SubjectKey.openOrCreate(folder.resolve("subjects.key"));
        SubjectHash hash = key.hash("document/LV/P", "LV 123-45");

        assertThat(
                        SubjectKey.openOrCreate(folder.resolve("subjects.key"))
                                .hash("document/LV/P", "lv12345"))
                .isEqualTo(hash);
        assertThat(key.hash("document/LV/I", "LV12345")).isNotEqualTo(hash);
        assertThat(SubjectKey.of(new byte[32]).hash("document/LV/P", "LV12345")).isNotEqualTo(hash);
        assertThatThrownBy(() -> key.hash("document/LV/P", " - "))
                .hasMessageContaining("no letter or digit");
    }

    @Test
    void aPublicKeyIsReadFromItsPem() {
        VerifyingKey key = SigningKey.generate().verifyingKey();

        assertThat(VerifyingKey.parse(key.pem())).isEqualTo(key);
        assertThatThrownBy(() -> VerifyingKey.parse("AAAA")).hasMessageContaining("no public");
    }
}
