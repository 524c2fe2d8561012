package manumit.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import manumit.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class DocumentsCommandTest {

    @TempDir Path folder;

    @Test
    void figuresAreShownBesideThoseOfTheCompetitors() throws IOException {
        Cli.Result result = run();

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .containsPattern("documents +3,000\n")
                .contains("0.01 % hits", "50 % hits", "Side by side, 2,000 documents")
                .containsPattern("manumit to HashMap: [0-9.]+ of the bytes")
                .containsPattern("manumit to Lucene: [0-9.]+ of the bytes")
                .containsPattern("missed +0\n");
        assertThat(temporaryFiles()).as("left behind").isEmpty();
    }

    @Test
    void figuresAreWrittenAsJson() throws IOException {
        Cli.Result result = run("--json");

        assertThat(result.code()).isZero();
        assertThat(result.out()).endsWith("}\n").hasLineCount(1);
        List<String> names = new ArrayList<>();
        try (JsonParser json =
                JsonFactory.builder()
                        .build()
                        .createParser(ObjectReadContext.empty(), result.out())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    names.add(json.currentName());
                    if (json.currentName().equals("missed")) {
                        assertThat(json.nextIntValue(-1)).isZero();
                    }
                }
            }
        }
        assertThat(names)
                .contains(
                        "documents",
                        "seconds_to_build",
                        "heap_peak_mb",
                        "bytes_each",
                        "lookups_per_second",
                        "p50_us",
                        "p99_us");
    }

    @Test
    void impossibleNumbersAreMisuse() {
        Cli.Result result = Cli.run("bench", "documents", "--documents", "0");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--documents: from 1 to");
    }

    @Test
    void absentFolderIsNamedWithTheOption() {
        Cli.Result result = Cli.run("bench", "documents", "--folder", folder + "/absent");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("absent").contains("--folder");
    }

    @Test
    void benchWithoutCommandIsMisuse() {
        Cli.Result result = Cli.run("bench");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("documents");
    }

    private Cli.Result run(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("bench", "documents", "--documents", "3000", "--sample", "2000"));
        arguments.addAll(List.of("--lookups", "10000", "--folder", folder.toString()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
