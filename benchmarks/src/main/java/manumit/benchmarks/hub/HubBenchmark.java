package manumit.benchmarks.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
            importSeconds = importPeople(client, crowd, run.people());
        }
        List<Figure> figures = new ArrayList<>();
        List<Check> checks =
                CheckStream.of(crowd, CheckOptions.of(run.seed(), run.people()))
                        .checks(0, QUESTIONS)
                        .toList();
        double singlePerSecond;
        double bulkPerSecond;
        progress.accept("starting it again");
        try (ServedHub hub = ServedHub.start(data, run.heap())) {
            HubClient client = HubClient.signIn(hub, machine);
            progress.accept("single checks");
            Callers.Measured _ = singles(client, run, checks, run.seconds());
            Streamed _ = bulk(client, run, checks, "w", run.seconds());
            ServedHub.Spent before = hub.spent();
            Callers.Measured single = singles(client, run, checks, run.seconds());
            ServedHub.SpentEach eachSingle = hub.spent().each(before, single.latencies().count());
            progress.accept("a stream of checks");
            before = hub.spent();
            Streamed bulk = bulk(client, run, checks, "k", 3 * run.seconds());
            ServedHub.SpentEach eachLine = hub.spent().each(before, bulk.answers());
            singlePerSecond = single.callsPerSecond();
            bulkPerSecond = bulk.answersPerSecond();
            figures.addAll(
                    List.of(
                            new Figure("people", run.people(), 0),
                            new Figure("first_start_seconds", firstStart, 1),
                            new Figure("import_seconds", importSeconds, 1),
                            new Figure("second_start_seconds", hub.startSeconds(), 1),
                            new Figure("connections", run.connections(), 0),
                            new Figure("single_checks_per_second", single.callsPerSecond(), 0),
                            new Figure("single_p50_ms", single.latencies().quantileMillis(.5), 2),
                            new Figure("single_p99_ms", single.latencies().quantileMillis(.99), 2),
                            new Figure("single_hub_cpu_us", eachSingle.hubMicros(), 0),
                            new Figure("single_database_cpu_us", eachSingle.databaseMicros(), 0),
                            new Figure("bulk_hub_cpu_us", eachLine.hubMicros(), 0),
                            new Figure("bulk_database_cpu_us", eachLine.databaseMicros(), 0),
                            new Figure("bulk_checks_per_second", bulk.answersPerSecond(), 0)));
        }
        if (run.baselineSeconds() > 0) {
            progress.accept("the same by trigrams in PostgreSQL");
            Callers.Measured trigrams =
                    TrigramBaseline.run(
                            crowd, run.people(), checks, run.baselineSeconds(), BASELINE_THREADS);
            double perSecond = trigrams.callsPerSecond();
            figures.addAll(
                    List.of(
                            new Figure("trigram_checks_per_second", perSecond, 1),
                            new Figure(
                                    "trigram_p99_ms", trigrams.latencies().quantileMillis(.99), 1),
                            new Figure("ratio_single_to_trigrams", singlePerSecond / perSecond, 1),
                            new Figure("ratio_bulk_to_trigrams", bulkPerSecond / perSecond, 1)));
        }
        return figures;
    }

    private static Callers.Measured singles(
            HubClient client, HubRun run, List<Check> checks, double seconds)
            throws IOException, InterruptedException, ExecutionException {
        List<byte[]> bodies =
                checks.stream()
                        .map(one ->
                                PersonJson.check(one.query().particulars())
                                        .getBytes(StandardCharsets.UTF_8))
                        .toList();
        AtomicLong next = new AtomicLong();
        List<HubConnection> connections = new ArrayList<>();
        try {
            List<Callers.Call> calls = new ArrayList<>();
            for (int i = 0; i < run.connections(); i++) {
                HubConnection connection = client.connect();
                connections.add(connection);
                calls.add(() ->
                        connection.post(
                                "/api/v1/checks",
                                bodies.get((int) (next.getAndIncrement() % bodies.size()))));
            }
            return Callers.run(calls, seconds);
        } finally {
            for (HubConnection connection : connections) {
                connection.close();
            }
        }
    }

    /// A stream that was answered to its end.
    ///
    /// @param seconds from the first line sent to the last answer taken
    private record Streamed(long answers, double seconds) {

        double answersPerSecond() {
            return answers / seconds;
        }
    }

    /// @param prefix of the keys, another one for each stream
    private static Streamed bulk(
            HubClient client, HubRun run, List<Check> checks, String prefix, double seconds)
            throws IOException {
        List<String> travellers =
                checks.stream().map(one -> PersonJson.line(one.query().particulars())).toList();
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * 1e9);
        Iterator<byte[]> lines =
                IntStream.range(0, run.bulkChecks())
                        .takeWhile(_ -> System.nanoTime() < end)
                        .mapToObj(i ->
                                ("{\"key\":\""
                                                + prefix
                                                + i
                                                + "\","
                                                + travellers.get(i % travellers.size())
                                                + "}\n")
                                        .getBytes(StandardCharsets.UTF_8))
                        .iterator();
        Answers answers = new Answers();
        try (HubConnection connection = client.connect()) {
            connection.stream("/api/v1/checks/bulk", lines, answers::take);
        } catch (IOException e) {
            throw new IOException("the stream broke off after " + answers, e);
        }
        if (!answers.refusal.isEmpty()) {
            throw new IOException("the stream was refused after " + answers);
        }
        return new Streamed(answers.answered, (System.nanoTime() - begun) / 1e9);
    }

    /// What came back from a stream.
    private static final class Answers {

        private long answered;
        private String refusal = "";

        void take(String line) {
            if (line.contains("\"candidates\"")) {
                answered++;
            } else {
                refusal = line;
            }
        }

        @Override
        public String toString() {
            return answered + " answers; last refusal: " + refusal;
        }
    }

    /// As a published list, which circulates without a second person.
    ///
    /// @return seconds until the hub answered
    private static double importPeople(HubClient client, Crowd crowd, int people)
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
            long begun = System.nanoTime();
            client.send(
                    "/api/v1/alerts/import?list=invented&legalBasis=benchmark&instructions=none",
                    "application/x-ndjson",
                    list);
            return (System.nanoTime() - begun) / 1e9;
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
