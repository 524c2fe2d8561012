package manumit.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manumit.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On an export that a journal in a database wrote: three acts of invented users, a checkpoint
/// after the second and the third.
class VerifyCommandTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "journal");
    private static final String EXPORT = FOLDER.resolve("export.ndjson").toString();
    private static final String KEY = FOLDER.resolve("journal.pub").toString();

    @TempDir Path folder;

    @Test
    void anUntouchedExportHasNoFault() {
        Cli.Result result = Cli.run("journal", "verify", EXPORT);

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .containsPattern("entries +3\n")
                .containsPattern("proven up to +3\n")
                .contains("compare it with the one you were given", "No fault was found.");
    }

    @Test
    void withTheKeyKnownFromElsewhereNothingIsLeftToCompare() {
        Cli.Result result = Cli.run("journal", "verify", "--key", KEY, EXPORT);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("signed by ").doesNotContain("compare it");
    }

    @Test
    void aChangedEntryIsNamedAndEndsWithCode3() throws IOException {
        List<String> lines = lines();
        int at = 2;
        lines.set(at, lines.get(at).replace("border-check", "training"));
        Path changed = write("changed.ndjson", lines);

        Cli.Result result = Cli.run("journal", "verify", "--format", "json", changed.toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .startsWith("{\"intact\":false,\"entries\":3,")
                .contains("\"proven_up_to\":0")
                .contains(
                        "\"faults\":[{\"kind\":\"changed\",\"sequence\":1,\"line\":3,\"count\":1}]");
        assertThat(Cli.run("journal", "verify", changed.toString()).out())
                .contains("FAULT changed: entry 1, line 3, 1 in all");
    }

    @Test
    void aCutEndIsFoundByAKeptCheckpoint() throws IOException {
        List<String> lines = lines();
        String kept =
                lines.stream()
                        .filter(l -> l.startsWith("{\"checkpoint\":3"))
                        .findFirst()
                        .orElseThrow();
        Path witness = write("kept.ndjson", List.of(kept));
        // Entries 1 and 2 with their checkpoint, and an end that says so.
        List<String> cut = new ArrayList<>(lines.subList(0, 5));
        cut.add("{\"end\":2,\"entries\":2,\"checkpoints\":1,\"keys\":1}");
        String export = write("cut.ndjson", cut).toString();

        assertThat(Cli.run("journal", "verify", export).code()).isZero();
        Cli.Result result =
                Cli.run("journal", "verify", "--checkpoints", witness.toString(), export);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("FAULT truncated: entry 3");
    }

    @Test
    void aFileThatIsAbsentOrNoKeyIsMisuse() {
        Cli.Result absent = Cli.run("journal", "verify", "nowhere.ndjson");
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err()).contains("no such file");
        Cli.Result noKey = Cli.run("journal", "verify", "--key", EXPORT, EXPORT);
        assertThat(noKey.code()).isEqualTo(2);
        assertThat(noKey.err()).contains("is no public Ed25519 key");
    }

    private static List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(Path.of(EXPORT), StandardCharsets.UTF_8));
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines, StandardCharsets.UTF_8);
    }
}
