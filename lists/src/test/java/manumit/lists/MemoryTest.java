package manumit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads 200 MB in a process of its own with 48 MB of heap.
@Tag("slow")
class MemoryTest {

    private static final int MEGABYTES = 200;

    @TempDir Path folder;

    @Test
    void aLongFollowTheMoneyFileFitsASmallHeap() throws IOException, InterruptedException {
        Path file = folder.resolve("long.json");
        long entities = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long bytes = 0; bytes < MEGABYTES * 1_000_000L; entities++) {
                String line =
                        String.format(
                                Locale.ROOT,
                                "{\"id\":\"x-%d\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Sample"
                                        + " Number %d\"],\"birthDate\":[\"1964\"],\"notes\":[\"%s\"]}}\n",
                                entities,
                                entities,
                                "filler ".repeat(150));
                out.write(line);
                bytes += line.length();
                if (entities % 10 == 0) {
                    out.write(
                            String.format(
                                    Locale.ROOT,
                                    "{\"id\":\"p-%d\",\"schema\":\"Passport\",\"properties\":{\"holder\":[\"x-%d\"],\"number\":[\"N%d\"]}}\n",
                                    entities,
                                    entities / 2,
                                    entities));
                }
            }
        }
        assertThat(readInSmallHeap(file)).isEqualTo(entities + " identities, 0 rejects");
    }

    @Test
    void aLongCsvFileFitsASmallHeap() throws IOException, InterruptedException {
        Path file = folder.resolve("long.csv");
        long rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,name,birth_date,nationality,notes\n");
            for (long bytes = 0; bytes < MEGABYTES * 1_000_000L; rows++) {
                String line =
                        rows
                                + ",Sample Number "
                                + rows
                                + ",1964,NG,"
                                + "filler ".repeat(100)
                                + "\n";
                out.write(line);
                bytes += line.length();
            }
        }
        assertThat(readInSmallHeap(file)).isEqualTo(rows + " identities, 0 rejects");
    }

    private static String readInSmallHeap(Path file) throws IOException, InterruptedException {
        String classes =
                System.getProperty("jdk.module.path", "")
                        + System.getProperty("path.separator")
                        + System.getProperty("java.class.path")
                        + System.getProperty("path.separator")
                        + Path.of(System.getProperty("user.dir"), "target", "test-classes")
                        + System.getProperty("path.separator")
                        + Path.of(System.getProperty("user.dir"), "target", "classes");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx48m",
                                "-cp",
                                classes,
                                Program.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return output.strip();
    }

    /// What the small process runs.
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws IOException {
            AtomicLong rejects = new AtomicLong();
            ReadCounts counts =
                    ListReader.read(
                            List.of(Path.of(arguments[0])),
                            _ -> {},
                            _ -> rejects.incrementAndGet());
            System.out.println(counts.identities() + " identities, " + rejects + " rejects");
        }
    }
}
