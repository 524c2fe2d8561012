package manumit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;

/// The database is killed while the journal writes. `-Drounds=20` for as many times.
@Slow
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 4);
    private static final int CALLERS = 16;

    private final Map<String, Receipt> acknowledged = new ConcurrentHashMap<>();
    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void nothingAcknowledgedIsLostWhenTheDatabaseIsKilled()
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Database server = Database.start()) {
            DataSource database = server.newJournal();
            JournalOptions options =
                    JournalOptions.defaults()
                            .withPatience(Duration.ofSeconds(60))
                            .withCheckpoints(500, Duration.ofSeconds(1));
            Random random = new Random(1);
            JournalCounts counts;
            try (Journal journal = Opened.open(database, options);
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> running = new ArrayList<>();
                for (int caller = 0; caller < CALLERS; caller++) {
                    int number = caller;
                    running.add(callers.submit(() -> write(journal, number)));
                }
                for (int round = 0; round < ROUNDS; round++) {
                    int before = acknowledged.size();
                    while (acknowledged.size() < before + 100) {
                        Thread.sleep(1);
                    }
                    Thread.sleep(random.nextInt(50));
                    server.kill();
                    server.restart();
                }
                stop.set(true);
                for (Future<?> one : running) {
                    one.get();
                }
                counts = journal.counts();
            }

            assertThat(counts.reconnects()).isGreaterThanOrEqualTo(ROUNDS);
            assertThat(counts.failed()).isZero();
            requireAllThereOnce(database);
            assertThat(Opened.verify(Opened.export(database)).faults()).isEmpty();
        }
    }

    /// Half of the callers give keys, half do not: neither lose nor double anything.
    private void write(Journal journal, int caller) {
        Random random = new Random(caller);
        for (int i = 0; !stop.get(); i++) {
            String name = caller + "-" + i;
            Act act = Invented.act(random).withPayload("{\"name\":\"" + name + "\"}");
            acknowledged.put(
                    name, journal.append(caller % 2 == 0 ? act : act.withIdempotencyKey(name)));
        }
    }

    private void requireAllThereOnce(DataSource database) throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        JournalQuery query = JournalQuery.all().withLimit(JournalQuery.MOST_ENTRIES);
        List<JournalEntry> page = Opened.list(database, query);
        while (!page.isEmpty()) {
            entries.addAll(page);
            page = Opened.list(database, query.withBefore(page.getLast().sequence()));
        }
        Map<String, Long> sequenceByPayload =
                entries.stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.act().payload(), JournalEntry::sequence));
        assertThat(sequenceByPayload).hasSameSizeAs(acknowledged);
        acknowledged.forEach((name, receipt) ->
                assertThat(sequenceByPayload)
                        .containsEntry("{\"name\":\"" + name + "\"}", receipt.sequence()));
    }

    @Test
    void callersAreToldWhenTheDatabaseStaysAwayAndServedWhenItIsBack()
            throws IOException, SQLException, InterruptedException {
        try (Database server = Database.start()) {
            DataSource database = server.newJournal();
            JournalOptions options = JournalOptions.defaults().withPatience(Duration.ofMillis(500));
            try (Journal journal = Opened.open(database, options)) {
                Act act = Invented.act(new Random(1)).withIdempotencyKey("a");
                Receipt first = journal.append(act);
                server.kill();

                assertThatThrownBy(() -> journal.append(act.withIdempotencyKey("b")))
                        .isInstanceOfSatisfying(
                                JournalException.class,
                                e ->
                                        assertThat(e.reason())
                                                .isIn(
                                                        JournalException.Reason.IN_DOUBT,
                                                        JournalException.Reason.UNAVAILABLE));
                assertThatThrownBy(() -> journal.append(act.withIdempotencyKey("c")))
                        .hasMessageContaining("nothing was written");
                server.restart();

                assertThat(journal.append(act))
                        .isEqualTo(new Receipt(Receipt.Outcome.REPEATED, first.sequence()));
                assertThat(journal.append(act.withIdempotencyKey("b")).sequence()).isEqualTo(2);
            }
            assertThat(Opened.verify(Opened.export(database)).faults()).isEmpty();
        }
    }

    @Test
    void aLostConnectionAloneIsNotNoticedByCallers() throws IOException, SQLException {
        DataSource database = Database.shared().newJournal();
        try (Journal journal = Opened.open(database)) {
            for (int i = 0; i < 10; i++) {
                journal.append(Invented.act(new Random(i)));
                try (Connection connection = database.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
                                    + " current_database() AND pid <> pg_backend_pid()");
                }
            }
            assertThat(journal.counts().failed()).isZero();
            assertThat(journal.counts().reconnects()).isGreaterThanOrEqualTo(9);
        }
        Verification found = Opened.verify(Opened.export(database));
        assertThat(found.faults()).isEmpty();
        assertThat(found.entries()).isEqualTo(10);
    }

    @Test
    void aRefusalOfTheDatabaseReachesTheCallerAndTheJournalGoesOn()
            throws IOException, SQLException {
        DataSource database = Database.shared().newJournal();
        try (Journal journal = Opened.open(database)) {
            journal.append(Invented.act(new Random(1)));
            // A full disk as the server reports it: the statement is refused with 53100.
            execute(
                    database,
                    "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE"
                            + " EXCEPTION 'no space left' USING ERRCODE = 'disk_full'; END $$; CREATE"
                            + " TRIGGER full_disk BEFORE INSERT ON journal.entry FOR EACH STATEMENT"
                            + " EXECUTE FUNCTION full_disk()");
            assertThatThrownBy(() -> journal.append(Invented.act(new Random(2))))
                    .hasMessageContaining("disk is full")
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e -> assertThat(e.reason().mayBeWritten()).isFalse());
            execute(database, "DROP TRIGGER full_disk ON journal.entry");

            assertThat(journal.append(Invented.act(new Random(3))).sequence()).isEqualTo(2);
        }
        assertThat(Opened.verify(Opened.export(database)).faults()).isEmpty();
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
