package manumit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The README and the pages under `docs` say what is so: links lead somewhere, commands exist, and
/// what stands there as printed is what is printed. {@link GeneratedText} explains the marks.
class DocumentationTest {

    private static final Path ROOT =
            Path.of(System.getProperty("repository.root", "..")).toAbsolutePath().normalize();

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final Pattern CALL = Pattern.compile("\\./manumit +([a-z][a-z-]*)( [a-z]+)?");

    /// Commands of the launcher itself.
    private static final Set<String> OF_THE_LAUNCHER = Set.of("test", "run-class");

    @TempDir Path folder;

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
            pages.add(ROOT.resolve(name));
        }
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFiles(Path page) throws IOException {
        List<String> broken =
                LINK.matcher(Files.readString(page))
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !link.contains("://") && !link.startsWith("#"))
                        .map(link -> link.replaceFirst("#.*", ""))
                        .filter(link -> !Files.exists(page.resolveSibling(link)))
                        .toList();

        assertThat(broken).as("links of %s to no file", ROOT.relativize(page)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsExist(Path page) throws IOException {
        Set<String> known = new TreeSet<>(OF_THE_LAUNCHER);
        var commands = Manumit.commandLine(Cli.streams()).getSubcommands();
        known.addAll(commands.keySet());
        List<String> unknown =
                SHELL.matcher(Files.readString(page))
                        .results()
                        .flatMap(block -> CALL.matcher(block.group(1)).results())
                        .filter(call -> !known.contains(call.group(1)) || !hasSubcommand(call))
                        .map(MatchResult::group)
                        .toList();

        assertThat(unknown).as("unknown commands in %s", ROOT.relativize(page)).isEmpty();
    }

    private static boolean hasSubcommand(MatchResult call) {
        var command = Manumit.commandLine(Cli.streams()).getSubcommands().get(call.group(1));
        return command == null
                || command.getSubcommands().isEmpty()
                || call.group(2) == null
                || command.getSubcommands().containsKey(call.group(2).strip());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void printedTextAndNumbersAreThoseOfTheProgram(Path page) throws IOException {
        String written = Files.readString(page);
        String generated = new GeneratedText(ROOT, folder).renewed(written);

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(page, generated);
            return;
        }
        assertThat(written)
                .as("%s is stale; run `make golden` and review", ROOT.relativize(page))
                .isEqualTo(generated);
    }

    @Test
    void thePictureShowsWhatTheDemoPrints() throws IOException {
        Path file = ROOT.resolve("docs/images/demo.svg");
        String demo = Cli.run("demo", "--explain", "--folder", folder.toString()).out();
        String picture =
                TerminalPicture.of("./manumit demo --explain", travellers(demo, "T-03 T-04 T-08"));

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, picture);
            return;
        }
        assertThat(Files.readString(file))
                .as("demo.svg is stale; run `make golden` and review")
                .isEqualTo(picture);
    }

    /// The demo's answers about some of its travellers, with the word on each.
    private static List<String> travellers(String demo, String ids) {
        return Stream.of(demo.split("\n\n", -1))
                .filter(block -> block.startsWith("# "))
                .filter(block -> Stream.of(ids.split(" ", -1)).anyMatch(block::contains))
                .collect(Collectors.joining("\n\n"))
                .lines()
                .toList();
    }
}
