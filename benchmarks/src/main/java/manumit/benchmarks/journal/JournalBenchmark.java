package manumit.benchmarks.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import manumit.benchmarks.calls.Callers;
import manumit.benchmarks.checks.Figure;
import manumit.journal.Act;
import manumit.journal.Journal;
import manumit.journal.JournalExport;
import manumit.journal.JournalOptions;
import manumit.journal.JournalVerifier;
import manumit.journal.SigningKey;
import manumit.journal.Verification;

/// Measures the journal on a PostgreSQL of its own: in groups, one act at a time with the answer
/// waited for, and plain inserts of the same rows by as many threads. Ends by exporting and
/// verifying all that was written.
public final class JournalBenchmark {

    /// Share of the measured time that is run before, uncounted.
    private static final double WARM_UP = 0.3;

    /// Threads that hand over batches; two keep the writer busy.
    private static final int BATCH_CALLERS = 4;

    private static final double NANOS_PER_SECOND = 1e9;

    private JournalBenchmark() {}

    /// @param progress told what is being done
    public static List<Figure> run(JournalRun run, Consumer<String> progress) throws IOException {
        progress.accept("starting a database");
        try (BenchmarkDatabase database = BenchmarkDatabase.start()) {
            return measure(run, database.source(), progress);
        } catch (SQLException | ExecutionException e) {
            throw new IOException("the benchmark's database failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static List<Figure> measure(
            JournalRun run, DataSource database, Consumer<String> progress)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        SigningKey key = SigningKey.generate();
        Callers.Measured grouped;
        Callers.Measured single;
        long written;
        double entriesInGroup;
        try (Journal journal =
                Journal.open(database, key, JournalOptions.defaults(), Clock.systemUTC())) {
            progress.accept("in groups");
            Callers.run(batches(journal, run, "w"), WARM_UP * run.seconds());
            grouped = Callers.run(batches(journal, run, "b"), run.seconds());
            progress.accept("one at a time");
            Callers.run(singles(journal, run, "x"), WARM_UP * run.seconds());
            long writtenBefore = journal.counts().written();
            long groupsBefore = journal.counts().groups();
            single = Callers.run(singles(journal, run, "s"), run.seconds());
            written = journal.counts().written();
            entriesInGroup =
                    (double) (written - writtenBefore) / (journal.counts().groups() - groupsBefore);
        }
        progress.accept("plain inserts");
        Callers.Measured plain = plain(run, database);
        progress.accept("exporting and verifying");
        double verifiedPerSecond = verify(database, key, written);
        double groupedPerSecond = grouped.callsPerSecond() * run.batch();
        return List.of(
                new Figure("entries_per_second", groupedPerSecond, 0),
                new Figure("single_entries_per_second", single.callsPerSecond(), 0),
                new Figure("single_p50_ms", single.latencies().quantileMillis(0.5), 2),
                new Figure("single_p99_ms", single.latencies().quantileMillis(0.99), 2),
                new Figure("callers", run.callers(), 0),
                new Figure("entries_in_group", entriesInGroup, 1),
                new Figure("plain_entries_per_second", plain.callsPerSecond(), 0),
                new Figure("plain_p99_ms", plain.latencies().quantileMillis(0.99), 2),
                new Figure("ratio_grouped_to_plain", groupedPerSecond / plain.callsPerSecond(), 2),
                new Figure(
                        "ratio_single_to_plain",
                        single.callsPerSecond() / plain.callsPerSecond(),
                        2),
                new Figure("entries_written", written, 0),
                new Figure("verified_per_second", verifiedPerSecond, 0));
    }

    private static List<Callers.Call> batches(Journal journal, JournalRun run, String keys) {
        List<Callers.Call> calls = new ArrayList<>();
        for (int thread = 0; thread < BATCH_CALLERS; thread++) {
            InventedActs acts = new InventedActs(thread, keys + thread);
            calls.add(() -> {
                List<Act> batch = new ArrayList<>(run.batch());
                for (int i = 0; i < run.batch(); i++) {
                    batch.add(acts.next());
                }
                journal.appendAll(batch);
            });
        }
        return calls;
    }

    private static List<Callers.Call> singles(Journal journal, JournalRun run, String keys) {
        List<Callers.Call> calls = new ArrayList<>();
        for (int thread = 0; thread < run.callers(); thread++) {
            InventedActs acts = new InventedActs(thread, keys + thread);
            calls.add(() -> journal.append(acts.next()));
        }
        return calls;
    }

    private static Callers.Measured plain(JournalRun run, DataSource database)
            throws SQLException, InterruptedException, ExecutionException {
        List<PlainInserts> inserts = new ArrayList<>();
        try {
            try (Connection connection = database.getConnection()) {
                PlainInserts.createTables(connection);
            }
            AtomicLong sequence = new AtomicLong();
            List<Callers.Call> calls = new ArrayList<>();
            for (int thread = 0; thread < run.callers(); thread++) {
                PlainInserts own = new PlainInserts(database.getConnection(), sequence);
                inserts.add(own);
                InventedActs acts = new InventedActs(thread, "p" + thread);
                calls.add(() -> own.insert(acts.next()));
            }
            Callers.run(calls, WARM_UP * run.seconds());
            return Callers.run(calls, run.seconds());
        } finally {
            for (PlainInserts own : inserts) {
                own.close();
            }
        }
    }

    /// @return entries exported and verified in a second
    private static double verify(DataSource database, SigningKey key, long written)
            throws SQLException, IOException {
        Path export = Files.createTempFile("manumit-journal", ".ndjson");
        try {
            long start = System.nanoTime();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    Writer out = Files.newBufferedWriter(export, StandardCharsets.UTF_8)) {
                statement.execute("SET ROLE manumit_journal");
                JournalExport.writeAll(connection, out);
            }
            Verification found;
            try (var in = Files.newInputStream(export)) {
                found = JournalVerifier.verify(in, Set.of(key.verifyingKey()), List.of());
            }
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            if (!found.isIntact() || found.provenUpTo() != written) {
                throw new UncheckedIOException(
                        new IOException("what was written does not verify: " + found.faults()));
            }
            return written / seconds;
        } finally {
            Files.delete(export);
        }
    }
}
