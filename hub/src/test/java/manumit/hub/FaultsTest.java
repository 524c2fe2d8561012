package manumit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import manumit.hub.database.EmbeddedPostgres;
import manumit.hub.testing.Answer;
import manumit.hub.testing.MachineTokens;
import manumit.hub.testing.Person;
import manumit.hub.testing.RunningHub;
import manumit.hub.testing.StartedFolder;
import manumit.journal.Verification;
import manumit.testkit.Slow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub in a process of its own, as `manumit serve` runs it, is killed while machines write; so is
/// its PostgreSQL. `-Drounds=20` for as many rounds of each.
@Slow
class FaultsTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int WRITERS = 6;
    private static final int ANSWERS_BEFORE_A_KILL = 40;

    @TempDir Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final Random random = new Random(4);

    @Test
    void nothingAcknowledgedIsLostAndNothingIsUnjournaledWhenHubAndDatabaseAreKilled()
            throws Exception {
        String machine = "";
        String secret = "";
        StartedFolder.copyTo(folder);
        for (int round = 0; round < ROUNDS; round++) {
            RunningHub hub = RunningHub.start(folder);
            if (round == 0) {
                Answer made =
                        Person.enrol(hub.address(), hub.enrolment())
                                .post(
                                        "/api/v1/machines",
                                        "{\"name\":\"M\",\"roles\":[\"MEMBER_ADMINISTRATOR\"]}")
                                .expect(201);
                machine = made.text("id");
                secret = made.text("clientSecret");
            }
            String token = MachineTokens.ask(hub.address(), machine, secret).text("access_token");
            writeUntilKilled(hub, token);
        }
        requireAllThere();
    }

    /// Kills the database and waits for answers again; then kills the hub.
    private void writeUntilKilled(RunningHub hub, String token) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<?>> writing = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            try {
                for (int i = 0; i < WRITERS; i++) {
                    writing.add(writers.submit(() -> write(hub.address(), token, stop)));
                }
                awaitAnswers(hub);
                long killed = hub.killPostgres();
                awaitAnswers(hub);
                assertThat(hub.postgres()).as("a new PostgreSQL").isNotEqualTo(killed);
            } finally {
                hub.process().destroyForcibly().waitFor();
                stop.set(true);
            }
        }
        for (Future<?> one : writing) {
            one.get();
        }
    }

    /// What a failed test left running.
    @AfterEach
    void endPostgres() throws IOException {
        RunningHub.endPostgres(folder);
    }

    private void awaitAnswers(RunningHub hub) throws InterruptedException {
        int wanted = acknowledged.size() + ANSWERS_BEFORE_A_KILL;
        while (acknowledged.size() < wanted) {
            assertThat(hub.process().isAlive()).as("the hub runs").isTrue();
            Thread.sleep(2);
        }
        Thread.sleep(random.nextInt(30));
    }

    private void write(String address, String token, AtomicBoolean stop) {
        Person writer = new Person(address).withToken(token);
        while (!stop.get()) {
            String name = "u" + number.incrementAndGet();
            try {
                Answer answer = writer.post("/api/v1/units", "{\"name\":\"" + name + "\"}");
                if (answer.status() == 201) {
                    acknowledged.add(answer.text("id"));
                } else {
                    assertThat(answer.status()).isEqualTo(503);
                }
            } catch (IllegalStateException e) {
                // The hub was killed: no answer.
                assertThat(e.getCause()).isInstanceOf(IOException.class);
            }
        }
    }

    private void requireAllThere() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
                Connection connection = postgres.superuserConnection("manumit")) {
            Set<String> units = strings(connection, "SELECT id::text FROM manumit.units");
            Set<String> journaled =
                    strings(
                            connection,
                            "SELECT record_id FROM journal.entry WHERE action = 'units.make' AND"
                                    + " outcome = 'done'");
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * ANSWERS_BEFORE_A_KILL);
            assertThat(units).as("acknowledged units are there").containsAll(acknowledged);
            assertThat(journaled).as("every unit has its entry").containsAll(units);
            Verification verified = RunningHub.verified(folder, connection);
            assertThat(verified.faults()).isEmpty();
            assertThat(verified.entries()).isGreaterThan(acknowledged.size());
        }
    }

    private static Set<String> strings(Connection connection, String query) throws Exception {
        Set<String> strings = new HashSet<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
