package manumit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class JournalTest {

    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @BeforeEach
    void newDatabase() throws SQLException {
        database = Database.shared().newJournal();
    }

    @ParameterizedTest
    @Seeds(5)
    void whatIsReadIsWhatWasWrittenAndTheExportVerifies(Seed seed)
            throws SQLException, IOException {
        Random random = seed.random();
        List<Act> acts = new ArrayList<>();
        try (Journal journal =
                Opened.open(
                        database,
                        JournalOptions.defaults().withCheckpoints(10, Duration.ofHours(1)))) {
            while (acts.size() < 95) {
                List<Act> some = new ArrayList<>();
                for (int i = random.nextInt(12); i >= 0; i--) {
                    some.add(Invented.act(random));
                }
                journal.appendAll(some);
                acts.addAll(some);
            }
        }

        List<JournalEntry> entries =
                Opened.list(database, JournalQuery.all().withLimit(1_000)).reversed();
        assertThat(entries).extracting(JournalEntry::act).isEqualTo(acts);
        Verification found = Opened.verify(Opened.export(database));
        assertThat(found.faults()).isEmpty();
        assertThat(found.entries()).isEqualTo(acts.size());
        assertThat(found.provenUpTo()).isEqualTo(acts.size());
        assertThat(found.checkpoints()).isGreaterThan(4);
        assertThat(found.keysTrusted()).isTrue();
    }

    @Test
    void anExportOfARangeBeginsAfterACheckpointAndVerifies() throws SQLException, IOException {
        JournalOptions options = JournalOptions.defaults().withCheckpoints(10, Duration.ofHours(1));
        try (Journal journal = Opened.open(database, options)) {
            Random random = new Random(7);
            for (int i = 0; i < 50; i++) {
                journal.append(Invented.act(random));
            }
        }

        Verification found = Opened.verify(Opened.export(database, 25, 43));

        assertThat(found.faults()).isEmpty();
        assertThat(found.first()).isEqualTo(21);
        assertThat(found.last()).isEqualTo(43);
        assertThat(found.startProven()).isTrue();
        assertThat(found.provenUpTo()).isEqualTo(40);
    }

    @Test
    void everyAcknowledgedActOfManyThreadsIsThereOnce()
            throws SQLException, IOException, InterruptedException, ExecutionException {
        int threads = 64;
        int each = 50;
        Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        try (Journal journal = Opened.open(database);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                running.add(
                        callers.submit(() -> {
                            Random random = new Random(thread);
                            for (int i = 0; i < each; i++) {
                                Act act = Invented.act(random).withIdempotencyKey(thread + "-" + i);
                                acknowledged.add(journal.append(act).sequence());
                            }
                        }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            assertThat(journal.counts().written()).isEqualTo((long) threads * each);
            assertThat(journal.counts().groups()).isLessThan((long) threads * each);
        }

        assertThat(acknowledged).hasSize(threads * each);
        List<JournalEntry> entries =
                Opened.list(database, JournalQuery.all().withLimit(JournalQuery.MOST_ENTRIES));
        assertThat(entries).extracting(e -> e.act().idempotencyKey()).doesNotHaveDuplicates();
        assertThat(entries).extracting(JournalEntry::sequence).containsAll(acknowledged);
        assertThat(Opened.verify(Opened.export(database)).faults()).isEmpty();
    }

    @Test
    void anIdenticalRetryIsAnsweredFromTheJournalAndCountedOnce() throws SQLException {
        Act act = Invented.act(new Random(1)).withIdempotencyKey("check-1");
        try (Journal journal = Opened.open(database)) {
            Receipt first = journal.append(act);
            assertThat(journal.append(act))
                    .isEqualTo(new Receipt(Receipt.Outcome.REPEATED, first.sequence()));
            List<Receipt> together =
                    journal.appendAll(
                            List.of(
                                    act.withIdempotencyKey("check-2"),
                                    act.withIdempotencyKey("check-2"),
                                    act));
            assertThat(together)
                    .extracting(Receipt::outcome)
                    .containsExactly(
                            Receipt.Outcome.WRITTEN,
                            Receipt.Outcome.REPEATED,
                            Receipt.Outcome.REPEATED);
            assertThat(journal.counts().written()).isEqualTo(2);
            assertThat(journal.counts().repeated()).isEqualTo(3);
        }
        // The memory of keys is the database's.
        try (Journal journal = Opened.open(database)) {
            assertThat(journal.append(act).outcome()).isEqualTo(Receipt.Outcome.REPEATED);
        }
        assertThat(Opened.list(database, JournalQuery.all())).hasSize(2);
    }

    @Test
    void aKeyOfADifferentActIsRefusedAndAnotherMembersKeyIsNot() throws SQLException {
        Act act =
                Act.of(Actor.user("LV", "user-1"), ActKind.SEARCH, "alert.search")
                        .withIdempotencyKey("k");
        try (Journal journal = Opened.open(database)) {
            journal.append(act);
            assertThatThrownBy(() -> journal.append(act.withOutcome(Outcome.EMPTY)))
                    .isInstanceOf(JournalException.class)
                    .extracting(e -> ((JournalException) e).reason())
                    .isEqualTo(JournalException.Reason.KEY_REUSED);
            Act ofAnother =
                    Act.of(Actor.user("AR", "user-1"), ActKind.SEARCH, "alert.search")
                            .withIdempotencyKey("k");
            assertThat(journal.append(ofAnother).outcome()).isEqualTo(Receipt.Outcome.WRITTEN);
        }
        assertThat(Opened.list(database, JournalQuery.all())).hasSize(2);
    }

    @Test
    void theApplicationsUserWritesThroughTheJournalAndInNoOtherWay() throws SQLException {
        DataSource application = Database.shared().forApplication(database);
        try (Journal journal = Opened.open(application)) {
            assertThat(journal.append(Invented.act(new Random(1))).sequence()).isEqualTo(1);
        }
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(
                            () -> statement.execute("INSERT INTO journal.identity VALUES (true)"))
                    .hasMessageContaining("permission denied");
            assertThat(new JournalReader(connection).list(JournalQuery.all())).isEmpty();
        }
        assertThat(Opened.list(database, JournalQuery.all())).hasSize(1);
    }

    @Test
    void aSecondWriterIsRefusedUntilTheFirstHasEnded() {
        Journal first = Opened.open(database);

        assertThatThrownBy(() -> Opened.open(database))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("in-use")
                .hasMessageContaining("another process writes");
        first.close();
        Opened.open(database).close();
    }

    @Test
    void aClosedJournalRefuses() {
        Journal journal = Opened.open(database);
        journal.close();

        assertThatThrownBy(() -> journal.append(Invented.act(new Random(1))))
                .hasMessageContaining("closed");
    }

    @Test
    void aJournalWhoseEndWasTamperedWithIsNotWrittenTo() throws SQLException {
        JournalOptions options = JournalOptions.defaults().withCheckpoints(5, Duration.ofHours(1));
        try (Journal journal = Opened.open(database, options)) {
            for (int i = 0; i < 12; i++) {
                journal.append(Invented.act(new Random(i)));
            }
        }
        tamper("UPDATE journal.entry SET purpose = 'other' WHERE sequence = 12");
        tamper("DELETE FROM journal.checkpoint WHERE sequence = 12");

        assertThatThrownBy(() -> Opened.open(database))
                .hasMessageContaining("damaged")
                .hasMessageContaining("entry 12");
    }

    @Test
    void aJournalThatWasCutBehindACheckpointIsNotWrittenTo() throws SQLException {
        try (Journal journal = Opened.open(database)) {
            for (int i = 0; i < 12; i++) {
                journal.append(Invented.act(new Random(i)));
            }
        }
        tamper("DELETE FROM journal.entry WHERE sequence > 10");

        assertThatThrownBy(() -> Opened.open(database)).hasMessageContaining("damaged");
    }

    /// Was followed without a word: a database that was set back, as by a standby that lagged
    /// behind, looks whole.
    @Test
    void acknowledgedEntriesThatAreGoneAfterABrokenConnectionAreNotPassedOver()
            throws SQLException {
        JournalOptions options =
                JournalOptions.defaults().withCheckpoints(1_000, Duration.ofHours(1));
        try (Journal journal = Opened.open(database, options)) {
            for (int i = 0; i < 12; i++) {
                journal.append(Invented.act(new Random(i)));
            }
            tamper("DELETE FROM journal.entry WHERE sequence > 10");
            breakConnections();

            // The first was under way when the connection broke.
            assertThatThrownBy(() -> journal.append(Invented.act(new Random(98))))
                    .hasMessageContaining("in-doubt");
            assertThatThrownBy(() -> journal.append(Invented.act(new Random(99))))
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("entry 12");
        }
        assertThat(Opened.list(database, JournalQuery.all())).hasSize(10);
    }

    /// Callers waited for ever.
    @Test
    void anErrorInTheWriterLeavesNobodyWaiting() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        DataSource failing =
                (DataSource)
                        Proxy.newProxyInstance(
                                JournalTest.class.getClassLoader(),
                                new Class<?>[] {DataSource.class},
                                (_, method, arguments) -> {
                                    if (broken.get()) {
                                        throw new OutOfMemoryError("invented");
                                    }
                                    return method.invoke(database, arguments);
                                });
        try (Journal journal = Opened.open(failing)) {
            journal.append(Invented.act(new Random(1)));
            broken.set(true);
            breakConnections();

            CompletableFuture<List<Receipt>> receipts =
                    journal.submit(List.of(Invented.act(new Random(2))));
            assertThatThrownBy(() -> receipts.get(1, TimeUnit.MINUTES))
                    .hasCauseInstanceOf(JournalException.class);
        }
    }

    private void breakConnections() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }

    /// The next borrower of the connection had all rights of the journal.
    @Test
    void aConnectionThatCouldNotBeUsedGoesBackWithoutTheJournalsRole() throws SQLException {
        DataSource application = Database.shared().forApplication(database);
        try (Journal journal = Opened.open(application);
                Connection pooled = application.getConnection()) {
            DataSource pool = new PoolOfOne(pooled);
            assertThatThrownBy(() -> Opened.open(pool)).hasMessageContaining("in-use");
            if (!pooled.isClosed()) {
                try (Statement statement = pooled.createStatement();
                        ResultSet role = statement.executeQuery("SELECT current_user")) {
                    role.next();
                    assertThat(role.getString(1)).isNotEqualTo("manumit_journal");
                }
            }
            assertThat(journal.append(Invented.act(new Random(1))).sequence()).isEqualTo(1);
        }
    }

    /// What only a superuser can do, after taking the second wall down.
    private void tamper(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("journal.entry", "journal.checkpoint")) {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER append_only");
            }
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void timeNeverRunsBackwards() throws SQLException {
        Instant noon = Instant.parse("2026-11-25T12:00:00Z");
        try (Journal journal =
                Journal.open(
                        database,
                        Opened.KEY,
                        JournalOptions.defaults(),
                        Clock.fixed(noon, ZoneOffset.UTC))) {
            journal.append(Invented.act(new Random(1)));
        }
        try (Journal journal =
                Journal.open(
                        database,
                        Opened.KEY,
                        JournalOptions.defaults(),
                        Clock.fixed(noon.minusSeconds(60), ZoneOffset.UTC))) {
            journal.append(Invented.act(new Random(2)));
        }
        assertThat(Opened.list(database, JournalQuery.all()))
                .extracting(JournalEntry::at)
                .containsOnly(noon);
    }

    @Test
    void aBatchLargerThanAGroupIsRefusedAndAnEmptyOneIsNothing() {
        JournalOptions options = JournalOptions.defaults().withGroups(2, 10);
        try (Journal journal = Opened.open(database, options)) {
            Act act = Invented.act(new Random(1));
            assertThat(journal.appendAll(List.of())).isEmpty();
            assertThatThrownBy(() -> journal.appendAll(List.of(act, act, act)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at most 2");
        }
    }
}
