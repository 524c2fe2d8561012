package manumit.benchmarks.hub;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `manumit serve` as a process of its own, with the Java machine and the class path of this one.
final class ServedHub implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern LISTENS = Pattern.compile("listens on (http\\S+)");
    private static final Pattern INVITES = Pattern.compile("^\\s+(http\\S+/enrol/\\S+)");

    private final Process process;
    private final Path data;
    private final String address;
    private final @Nullable String invitation;
    private final double startSeconds;

    private ServedHub(
            Process process,
            Path data,
            String address,
            @Nullable String invitation,
            double startSeconds) {
        this.process = process;
        this.data = data;
        this.address = address;
        this.invitation = invitation;
        this.startSeconds = startSeconds;
    }

    /// Starts it and waits until it listens.
    ///
    /// @param data folder of the hub, kept between starts
    /// @throws IOException if it ends or does not listen
    static ServedHub start(Path data, String heap) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Xm") && !isCollector(argument))
                .forEach(command::add);
        command.add("-XX:+UseG1GC");
        command.add("-Xmx" + heap);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "manumit.cli.Manumit",
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        "0"));
        long begun = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.PIPE)
                        .directory(new File("").getAbsoluteFile())
                        .start();
        String[] found = new String[2];
        CompletableFuture<String> listens = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(process, found, listens));
        try {
            String address = listens.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new ServedHub(
                    process, data, address, found[1], (System.nanoTime() - begun) / 1e9);
        } catch (ExecutionException | TimeoutException e) {
            process.destroy();
            throw new IOException("the hub did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// The launcher takes another one for benchmarks than for `serve`.
    private static boolean isCollector(String argument) {
        return argument.startsWith("-XX:+Use") && argument.endsWith("GC");
    }

    /// Processor time so far.
    ///
    /// @param hubSeconds of the hub itself
    /// @param databaseSeconds of its PostgreSQL, processes that have ended left out
    record Spent(double hubSeconds, double databaseSeconds) {

        /// @param before an earlier moment
        /// @param checks made since
        SpentEach each(Spent before, long checks) {
            return new SpentEach(
                    1e6 * (hubSeconds - before.hubSeconds) / checks,
                    1e6 * (databaseSeconds - before.databaseSeconds) / checks);
        }
    }

    /// Processor time of one check.
    record SpentEach(double hubMicros, double databaseMicros) {}

    Spent spent() throws IOException {
        List<String> lines =
                Files.readAllLines(
                        data.resolve("postgres").resolve("data").resolve("postmaster.pid"));
        double database =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).stream()
                        .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                        .mapToDouble(ServedHub::seconds)
                        .sum();
        return new Spent(seconds(process.toHandle()), database);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    String address() {
        return address;
    }

    /// The link for the first administrator, on the first start.
    String invitation() {
        if (invitation == null) {
            throw new IllegalStateException("the hub has its first administrator already");
        }
        return invitation;
    }

    /// From the start of the process to listening.
    double startSeconds() {
        return startSeconds;
    }

    /// Ends it in order.
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void read(Process process, String[] found, CompletableFuture<String> listens) {
        List<String> last = new ArrayList<>();
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                last.add(line);
                Matcher invites = INVITES.matcher(line);
                if (invites.find()) {
                    found[1] = invites.group(1);
                }
                Matcher matcher = LISTENS.matcher(line);
                if (matcher.find()) {
                    listens.complete(matcher.group(1));
                }
            }
        } catch (IOException e) {
            listens.completeExceptionally(new UncheckedIOException(e));
        }
        listens.completeExceptionally(
                new IOException(
                        "it ended: "
                                + String.join(
                                        " / ",
                                        last.subList(Math.max(0, last.size() - 3), last.size()))));
    }
}
