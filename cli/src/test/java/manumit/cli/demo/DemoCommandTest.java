package manumit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import manumit.cli.Cli;
import manumit.testkit.Golden;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir Path folder;

    @Test
    void theDemoShowsAnswersWithReasons() {
        Cli.Result result = Cli.run("demo", "--explain", "--folder", folder.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("A candidate is not a ground for action.");
        Golden.assertMatches("demo/demo.txt", result.out().replace(folder.toString(), "FOLDER"));
    }

    @Test
    void theProposedCommandWorks() {
        Cli.Result demo = Cli.run("demo", "--explain", "--folder", folder.toString());
        String proposed =
                demo.out()
                        .lines()
                        .filter(line -> line.contains(" check --list "))
                        .collect(Collectors.joining());
        List<String> words = List.of(proposed.strip().split(" "));

        Cli.Result next = Cli.run(words.subList(1, words.size()).toArray(new String[0]));

        assertThat(next.code()).isZero();
        assertThat(next.out()).hasLineCount(26);
    }

    @Test
    void everyTravellerHasAWordOnWhatItShows() throws IOException {
        Cli.Result result = Cli.run("demo", "--explain", "--folder", folder.toString());
        Set<String> ids =
                Files.readAllLines(folder.resolve("travellers.csv")).stream()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .collect(Collectors.toSet());

        assertThat(result.out().lines().filter(line -> line.startsWith("# "))).hasSameSizeAs(ids);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Cli.Result result = Cli.run("demo", "--explain", "--folder", file.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("--folder");
    }

    @Test
    @Slow
    void everyExpectedHitOfTheHubIsFoundAndClosedAndNoOther() {
        Cli.Result result =
                Cli.run("demo", "--exit", "--json", "--port", "0", "--folder", folder.toString());

        assertThat(result.out())
                .contains("\"as_expected\":true")
                .contains("\"hidden\":2")
                .contains("\"wrong\":[]");
        assertThat(result.code()).isZero();
    }
}
