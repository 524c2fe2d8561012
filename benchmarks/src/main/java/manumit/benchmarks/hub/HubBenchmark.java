package manumit.benchmarks.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import manumit.benchmarks.calls.Callers;
import manumit.benchmarks.checks.Figure;
import manumit.benchmarks.crowd.Check;
import manumit.benchmarks.crowd.CheckOptions;
import manumit.benchmarks.crowd.CheckStream;
import manumit.benchmarks.crowd.Crowd;

/// Measures a hub with its own database, as a process of its own, from this process: both share the
/// machine. Invented people are imported, the hub is started again, then asked over HTTP, one check
/// at a time and in one stream. Every answer counted is durable: its entry is in the journal.
public final class HubBenchmark {

    private static final int QUESTIONS = 20_000;
    private static final double WARM_UP = 0.5;
    private static final int BASELINE_THREADS = 2;

    private HubBenchmark() {}

    /// @param progress told what is being done
    public static List<Figure> run(HubRun run, Consumer<String> progress) throws IOException {
        Path data = Files.createTempDirectory("manumit-bench-hub");
        try {
            return measure(run, data, progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (SQLException | ExecutionException e) {
            throw new IOException("a measurement failed: " + e.getMessage(), e);
        } finally {
            delete(data);
        }
    }

    private static List<Figure> measure(HubRun run, Path data, Consumer<String> progress)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        Crowd crowd = Crowd.of(run.seed());
        HubClient.Machine machine;
        double importSeconds;
        progress.accept("starting a hub");
        double firstStart;
        try (ServedHub hub = ServedHub.start(data, run.heap())) {
            firstStart = hub.startSeconds();
            machine = HubClient.register(hub);
            HubClient client = HubClient.signIn(hub, machine);
            progress.accept("importing " + run.people() + " people");
            long begun = System.nanoTime();
            importPeople(client, crowd, run.people());
            importSeconds = (System.nanoTime() - begun) / 1e9;
        }
        progress.accept("starting it again");
        try (ServedHub hub = ServedHub.start(data, run.heap())) {
            HubClient client = HubClient.signIn(hub, machine);
            List<Check> checks =
                    CheckStream.of(crowd, CheckOptions.of(run.seed(), run.people()))
                            .checks(0, QUESTIONS)
                            .toList();
            progress.accept("single checks");
            Callers.run(singles(client, run, checks), WARM_UP * run.seconds());
            Callers.Measured single = Callers.run(singles(client, run, checks), run.seconds());
            progress.accept("a stream of checks");
            double bulkPerSecond = bulk(client, run, checks);
            progress.accept("the same by trigrams in PostgreSQL");
            Callers.Measured trigrams =
                    TrigramBaseline.run(
                            crowd, run.people(), checks, run.seconds(), BASELINE_THREADS);
            return List.of(
                    new Figure("people", run.people(), 0),
                    new Figure("first_start_seconds", firstStart, 1),
                    new Figure("import_seconds", importSeconds, 1),
                    new Figure("second_start_seconds", hub.startSeconds(), 1),
                    new Figure("connections", run.connections(), 0),
                    new Figure("single_checks_per_second", single.callsPerSecond(), 0),
                    new Figure("single_p50_ms", single.latencies().quantileMillis(.5), 2),
                    new Figure("single_p99_ms", single.latencies().quantileMillis(.99), 2),
                    new Figure("bulk_checks_per_second", bulkPerSecond, 0),
                    new Figure("trigram_checks_per_second", trigrams.callsPerSecond(), 1),
                    new Figure("trigram_p99_ms", trigrams.latencies().quantileMillis(.99), 1),
                    new Figure(
                            "ratio_single_to_trigrams",
                            single.callsPerSecond() / trigrams.callsPerSecond(),
                            1),
                    new Figure(
                            "ratio_bulk_to_trigrams",
                            bulkPerSecond / trigrams.callsPerSecond(),
                            1));
        }
    }

    private static List<Callers.Call> singles(HubClient client, HubRun run, List<Check> checks) {
        List<String> bodies =
                checks.stream().map(one -> PersonJson.check(one.query().particulars())).toList();
        AtomicLong next = new AtomicLong();
        List<Callers.Call> calls = new ArrayList<>();
        for (int i = 0; i < run.connections(); i++) {
            calls.add(() ->
                    client.post(
                            "/api/v1/checks",
                            bodies.get((int) (next.getAndIncrement() % bodies.size()))));
        }
        return calls;
    }

    /// @return answers a second, from the first line sent to the last taken
    private static double bulk(HubClient client, HubRun run, List<Check> checks)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long end = begun + (long) (3 * run.seconds() * 1e9);
        Iterator<byte[]> lines =
                IntStream.range(0, run.bulkChecks())
                        .takeWhile(_ -> System.nanoTime() < end)
                        .mapToObj(i ->
                                (PersonJson.line(
                                                        "k" + i,
                                                        checks.get(i % checks.size())
                                                                .query()
                                                                .particulars())
                                                + "\n")
                                        .getBytes(StandardCharsets.UTF_8))
                        .iterator();
        HttpResponse<Stream<String>> answer =
                client.stream(
                        "/api/v1/checks/bulk",
                        "application/x-ndjson",
                        BodyPublishers.ofByteArrays(() -> lines));
        long answered = 0;
        String refusal = "";
        try (Stream<String> answers = answer.body()) {
            for (Iterator<String> all = answers.iterator(); all.hasNext(); ) {
                String line = all.next();
                if (line.contains("\"candidates\"")) {
                    answered++;
                } else {
                    refusal = line;
                }
            }
        } catch (UncheckedIOException e) {
            throw new IOException(
                    "the stream broke off after " + answered + " answers; last refusal: " + refusal,
                    e);
        }
        if (answer.statusCode() != 200 || !refusal.isEmpty()) {
            throw new IOException(
                    "the stream was answered with " + answer.statusCode() + " " + refusal);
        }
        return answered / ((System.nanoTime() - begun) / 1e9);
    }

    /// As a published list, which circulates without a second person.
    private static void importPeople(HubClient client, Crowd crowd, int people)
            throws IOException, InterruptedException {
        Path list = Files.createTempFile("manumit-bench-list", ".ndjson");
        try {
            try (Writer out = Files.newBufferedWriter(list)) {
                for (int i = 0; i < people; i++) {
                    out.write(
                            PersonJson.listed(Crowd.reference(i), crowd.identity(i).particulars()));
                    out.write('\n');
                }
            }
            HttpResponse<Stream<String>> answer =
                    client.stream(
                            "/api/v1/alerts/import?list=invented&legalBasis=benchmark"
                                    + "&instructions=none",
                            "application/x-ndjson",
                            BodyPublishers.ofFile(list));
            try (Stream<String> told = answer.body()) {
                String text = told.reduce("", (a, b) -> a.length() > 1_000 ? a : a + b);
                if (answer.statusCode() != 200) {
                    throw new IOException("the import was answered: " + answer.statusCode() + text);
                }
            }
        } finally {
            Files.delete(list);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> {
                        try {
                            Files.delete(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
