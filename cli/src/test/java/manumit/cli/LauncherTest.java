package manumit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manumit.testkit.SharedData;
import manumit.testkit.Slow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher script, run as a user runs it. The first run may build.
@Slow
class LauncherTest {

    private static final Path LAUNCHER = SharedData.repositoryRoot().resolve("manumit");

    @TempDir Path folder;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh on this machine");
    }

    @Test
    void runsFromAnotherFolder() throws Exception {
        Ran ran = run(folder, LAUNCHER.toString(), "--version");

        assertThat(ran.output()).contains("manumit 0.");
        assertThat(ran.code()).isZero();
    }

    @Test
    void runsThroughASymbolicLinkWithSpacesInItsPath() throws Exception {
        Path link = Files.createDirectory(folder.resolve("a folder")).resolve("my manumit");
        Files.createSymbolicLink(link, LAUNCHER);

        assertThat(run(folder, link.toString(), "--version").output()).contains("manumit 0.");
    }

    @Test
    void passesArgumentsAndTheExitCodeThrough() throws Exception {
        Ran ran = run(folder, LAUNCHER.toString(), "check", "--list", "no such * $HOME.csv", "-");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.output()).contains("no such * $HOME.csv");
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJdk() throws Exception {
        String script =
                Files.readString(LAUNCHER)
                        .replace("/usr/lib/jvm/*", "/nowhere/*")
                        .replace("/opt/*", "/nowhere/*")
                        .replace("command -v java", "command -v no-java");
        Path copy = Files.writeString(folder.resolve("manumit"), script);

        Ran ran =
                run(
                        folder,
                        "/usr/bin/env",
                        "-i",
                        "PATH=/usr/bin:/bin",
                        "/bin/sh",
                        copy.toString(),
                        "--version");

        assumeTrue(!ran.output().contains("manumit 0."), "skipped: a JDK in an unusual place");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.output()).hasLineCount(1).contains("JDK 25").contains("JAVA_HOME");
    }

    private record Ran(int code, String output) {}

    private static Ran run(Path folder, String... command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }
}
