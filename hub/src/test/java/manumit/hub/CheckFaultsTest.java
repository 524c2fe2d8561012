package manumit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/// A hub and its PostgreSQL are killed while machines check travellers, ask owners and change
/// alerts. Everything goes with a key of its own and is tried again until it is answered.
/// `-Drounds=20` for as many rounds.
@Slow
class CheckFaultsTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 1);
    private static final int CHECKERS = 6;
    private static final int ANSWERS_BEFORE_A_KILL = 60;

    /// Every how many checks is about the person of the alert, and becomes a hit.
    private static final int LISTED_EVERY = 5;

    @TempDir Path folder;

    /// Answered checks: the identifier by the key it was asked with.
    private final Map<String, String> checks = new ConcurrentHashMap<>();

    private final Set<String> hits = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final Random random = new Random(5);
    private String alert = "";

    @Test
    void noAnsweredCheckAndNoHitIsLostOrDoubledWhenHubAndDatabaseAreKilled() throws Exception {
        Map<String, String> machine = new HashMap<>();
        StartedFolder.copyTo(folder);
        for (int round = 0; round < ROUNDS; round++) {
            RunningHub hub = RunningHub.start(folder);
            if (round == 0) {
                machine = prepare(hub);
            }
            String token =
                    MachineTokens.ask(
                                    hub.address(),
                                    machine.getOrDefault("id", ""),
                                    machine.getOrDefault("secret", ""))
                            .text("access_token");
            checkUntilKilled(hub, token);
        }
        requireAllThereOnce();
    }

    /// Three officers of the secretariat circulate an alert; a machine is made to check.
    private Map<String, String> prepare(RunningHub hub) {
        Person administrator = Person.enrol(hub.address(), hub.enrolment());
        Person maker = officer(administrator, hub, "maker");
        Person second = officer(administrator, hub, "second");
        Answer made =
                maker.post(
                                "/api/v1/alerts",
                                """
                                {"ownerReference": "F-1", "kind": "TO_BE_LOCATED",
                                 "personStatus": "SUSPECT",
                                 "description": {"kind": "PERSON",
                                   "names": [{"whole": "Ottoline Vanderquist"}],
                                   "birthDates": ["1977-07-07"]},
                                 "legalBasis": "Article 1", "operation": "FAULTS-1",
                                 "handlingCode": "H0",
                                 "evaluation": {"source": "A", "information": 1},
                                 "restriction": {"kind": "NONE", "members": []},
                                 "reviewOn": "%d-01-31", "instructions": "Tell us."}
                                """
                                        .replace(
                                                "%d",
                                                Integer.toString(
                                                        java.time.Year.now(java.time.ZoneOffset.UTC)
                                                                        .getValue()
                                                                + 1)))
                        .expect(201);
        alert = made.text("id");
        Answer proposed =
                maker.postMatching(
                        "/api/v1/alerts/" + alert + "/proposals", made.eTag().orElseThrow(), "{}");
        second.postMatching(
                        "/api/v1/alerts/" + alert + "/reviews",
                        proposed.eTag().orElseThrow(),
                        "{\"decision\":\"CIRCULATE\",\"neutral\":true,\"rightsRespected\":true,"
                                + "\"refugeeFlag\":false,\"reason\":\"\"}")
                .expect(200);
        Answer machine =
                administrator
                        .post(
                                "/api/v1/machines",
                                "{\"name\":\"M\",\"roles\":[\"DUTY_OFFICER\",\"BORDER_OFFICER\"]}")
                        .expect(201);
        return Map.of("id", machine.text("id"), "secret", machine.text("clientSecret"));
    }

    private static Person officer(Person administrator, RunningHub hub, String name) {
        Answer invited =
                administrator
                        .post(
                                "/api/v1/users",
                                "{\"signInName\":\""
                                        + name
                                        + "\",\"displayName\":\"Officer\",\"roles\":"
                                        + "[\"DUTY_OFFICER\"]}")
                        .expect(201);
        return Person.enrol(hub.address(), invited.text("enrolmentPath"));
    }

    private void checkUntilKilled(RunningHub hub, String token) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<?>> checking = new ArrayList<>();
        try (ExecutorService checkers = Executors.newFixedThreadPool(CHECKERS)) {
            try {
                for (int i = 0; i < CHECKERS; i++) {
                    checking.add(checkers.submit(() -> check(hub.address(), token, stop)));
                }
                awaitAnswers(hub);
                hub.killPostgres();
                awaitAnswers(hub);
            } finally {
                hub.process().destroyForcibly().waitFor();
                stop.set(true);
            }
        }
        for (Future<?> one : checking) {
            one.get();
        }
    }

    private void awaitAnswers(RunningHub hub) throws InterruptedException {
        int wanted = checks.size() + ANSWERS_BEFORE_A_KILL;
        while (checks.size() < wanted) {
            assertThat(hub.process().isAlive()).as("the hub runs").isTrue();
            Thread.sleep(2);
        }
        Thread.sleep(random.nextInt(30));
    }

    private void check(String address, String token, AtomicBoolean stop) {
        Person machine = new Person(address).withToken(token);
        while (!stop.get()) {
            int one = number.incrementAndGet();
            boolean listed = one % LISTED_EVERY == 0;
            String key = "k" + one;
            String body =
                    listed
                            ? "{\"traveller\":{\"names\":[{\"whole\":\"Ottoline Vanderquist\"}],"
                                    + "\"birthDates\":[\"1977-07-07\"]}}"
                            : "{\"traveller\":{\"names\":[{\"whole\":\"Nobody Number"
                                    + letters(one)
                                    + "\"}],\"birthDates\":[\"1950-01-02\"]}}";
            Answer answer = retried(machine, "/api/v1/checks", body, key, stop);
            if (answer == null) {
                return;
            }
            checks.put(key, answer.text("id"));
            if (listed && answer.json().path("candidates").size() == 1) {
                Answer hit =
                        retried(
                                machine,
                                "/api/v1/hits",
                                "{\"check\":\""
                                        + answer.text("id")
                                        + "\",\"alert\":\""
                                        + alert
                                        + "\",\"personWaits\":false,\"note\":\"\"}",
                                "h" + one,
                                stop);
                if (hit != null) {
                    hits.add(hit.text("id"));
                }
            }
        }
    }

    /// @return null if the hub was killed for good meanwhile
    private static @org.jspecify.annotations.Nullable Answer retried(
            Person machine, String path, String body, String key, AtomicBoolean stop) {
        while (!stop.get()) {
            try {
                Answer answer =
                        machine.with("Idempotency-Key", key)
                                .with("Manumit-Purpose", "border-check")
                                .with("Manumit-Operation", "FAULTS-1")
                                .post(path, body);
                if (answer.status() < 300) {
                    return answer;
                }
                // A hit whose answer was lost is there already.
                assertThat(answer.status()).as(answer.body()).isIn(409, 503);
                if (answer.status() == 409) {
                    return null;
                }
            } catch (IllegalStateException e) {
                assertThat(e.getCause()).isInstanceOf(IOException.class);
            }
        }
        return null;
    }

    private static String letters(int number) {
        return Integer.toString(number, 26).replaceAll("[0-9]", "q");
    }

    private void requireAllThereOnce() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
                Connection connection = postgres.superuserConnection("manumit")) {
            Map<String, String> stored =
                    pairs(
                            connection,
                            "SELECT idempotency_key, id::text FROM manumit.checks WHERE"
                                    + " idempotency_key IS NOT NULL");
            assertThat(checks).hasSizeGreaterThan(ROUNDS * ANSWERS_BEFORE_A_KILL);
            assertThat(stored).as("answered checks are there").containsAllEntriesOf(checks);
            Map<String, String> entries =
                    pairs(
                            connection,
                            "SELECT idempotency_key, min(id::text) FROM manumit.checks GROUP BY"
                                    + " idempotency_key HAVING count(*) > 1");
            assertThat(entries).as("no key twice").isEmpty();
            assertThat(pairs(connection, "SELECT id::text, alert::text FROM manumit.hits").keySet())
                    .as("answered hits are there")
                    .containsAll(hits);
            assertThat(hits).isNotEmpty();
            assertThat(
                            pairs(
                                    connection,
                                    "SELECT c.id::text, c.journal_entry::text FROM manumit.checks c"
                                            + " WHERE NOT EXISTS (SELECT FROM journal.entry e WHERE"
                                            + " e.sequence = c.journal_entry)"))
                    .as("checks without an entry")
                    .isEmpty();
            requireChain(connection);
        }
    }

    private void requireChain(Connection connection) throws Exception {
        Verification verified = RunningHub.verified(folder, connection);
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.entries()).isGreaterThan(checks.size());
    }

    private static Map<String, String> pairs(Connection connection, String query) throws Exception {
        Map<String, String> pairs = new HashMap<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }

    /// What a failed test left running.
    @AfterEach
    void endPostgres() throws IOException {
        RunningHub.endPostgres(folder);
    }
}
