package manumit.travel.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MrzCodesTest {

    @Test
    void everyCodeIsExplainedToUsers() throws IOException {
        String page =
                Files.readString(
                        Path.of(System.getProperty("repository.root", ".."))
                                .resolve("docs/mrz.md"));
        for (MrzFindingCode code : MrzFindingCode.values()) {
            assertThat(page).contains("| `" + code.code() + "` |");
        }
        for (UnreadableCode code : UnreadableCode.values()) {
            assertThat(page).contains("| `" + code.code() + "` |");
        }
        for (MrzRefusalCode code : MrzRefusalCode.values()) {
            assertThat(page).contains("| `" + code.code() + "` |");
        }
    }
}
