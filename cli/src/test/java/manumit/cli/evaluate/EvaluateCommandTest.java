package manumit.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import manumit.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    @TempDir Path folder;

    @Test
    void absentDataAreReportedAsSkipped() {
        Cli.Result result = Cli.run("evaluate", "--data", folder.toString(), "--only", "aliases");

        assertThat(result.code()).isZero();
        assertThat(result.out()).containsIgnoringCase("skipped");
    }

    @Test
    void absentFolderIsNamedWithTheOption() {
        Cli.Result result = Cli.run("evaluate", "--data", folder + "/absent");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("--data");
    }

    @Test
    void unknownSectionIsMisuse() {
        Cli.Result result =
                Cli.run("evaluate", "--data", folder.toString(), "--only", "horoscopes");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("horoscopes").containsIgnoringCase("aliases");
    }
}
