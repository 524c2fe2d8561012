package manumit.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import manumit.cli.Cli;
import manumit.testkit.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribeCommandTest {

    @TempDir Path folder;
    private String list = "";

    @BeforeEach
    void unpackTheDemo() {
        Cli.run("demo", "--explain", "--folder", folder.toString());
        list = folder.resolve("invented-list.csv").toString();
    }

    @Test
    void countsAreShownAsATable() {
        Cli.Result result = Cli.run("list", "describe", list);

        assertThat(result.code()).isZero();
        Golden.assertMatches("lists/describe.txt", result.out());
    }

    @Test
    void countsAreWrittenAsJson() {
        Cli.Result result = Cli.run("list", "describe", "--format", "json", list);

        assertThat(result.code()).isZero();
        Golden.assertMatches("lists/describe.json", result.out());
    }

    @Test
    void missingFileIsNamedInOneLineWithExitCode2() {
        Cli.Result result = Cli.run("list", "describe", folder + "/absent.xml");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("absent.xml");
    }

    @Test
    void listWithoutCommandIsMisuse() {
        assertThat(Cli.run("list").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Иван Petrov Соколов, cyrillic",
        "平久保 さだのぶ, kana",
        "欧阳震北, han",
        "طارق, arabic",
        "12345, no letters"
    })
    void theScriptIsThatOfMostLetters(String name, String script) {
        assertThat(ListProfile.script(name)).isEqualTo(script);
    }
}
