package manumit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import manumit.hub.access.Role;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.EmbeddedPostgres;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.StartedFolder;
import manumit.journal.JournalVerifier;
import manumit.testkit.Slow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database goes away, or its disk is full, and comes back: people are told so, and the hub
/// goes on without a restart.
@Slow
class DatabaseAwayTest {

    private static final int PATIENCE_SECONDS = 90;
    private static final int MOST_UNITS = 20_000;
    private static final String UNITS = "/api/v1/units";
    private static final String READINESS = "/actuator/health/readiness";

    @TempDir Path folder;

    @Test
    void aServerThatIsAwayIsAProblemWithRetryAfterUntilItIsBack() throws IOException {
        Path server = StartedFolder.copyTo(folder.resolve("server"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(server);
                Hub hub = start(folder.resolve("hub"), postgres.server())) {
            Person administrator =
                    Person.enrol(hub.address(), hub.takeFirstEnrolment().orElseThrow());
            Person probe = new Person(hub.address());
            probe.get(READINESS).expect(200);
            ProcessHandle.of(postgres.processId()).orElseThrow().destroyForcibly();
            await(() -> administrator.get(UNITS).status() == 503);
            Answer away = administrator.get(UNITS).expect(503);
            assertThat(away.contentType()).startsWith("application/problem+json");
            assertThat(away.text("code")).isEqualTo("UNAVAILABLE");
            assertThat(away.retryAfter()).contains("5");
            assertThat(administrator.get("/units").expect(503).retryAfter()).contains("5");
            assertThat(probe.get(READINESS).expect(503).text("status")).isEqualTo("DOWN");
            probe.get("/actuator/health/liveness").expect(200);
            // On the same port, as a server would.
            postgres.keepRunning();
            await(() -> administrator.get(UNITS).status() == 200);
            administrator.post(UNITS, "{\"name\":\"Back\"}").expect(201);
            await(() -> new Person(hub.address()).get(READINESS).status() == 200);
            requireIntact(hub, administrator);
        }
    }

    @Test
    void aFullDiskRefusesUntilThereIsRoomAndNothingIsDoneUnjournaled()
            throws IOException, InterruptedException {
        Path small = Files.createDirectory(folder.resolve("small"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", small.toString()),
                "a full disk is not tried: this user may not mount a small file system");
        try {
            Path data = small.resolve("data");
            try (Hub hub = start(data, null)) {
                Person administrator =
                        Person.enrol(hub.address(), hub.takeFirstEnrolment().orElseThrow());
                Path filler = small.resolve("filler");
                fill(filler);
                int made = 0;
                Answer last = administrator.post(UNITS, "{\"name\":\"U0\"}");
                while (last.status() == 201 && made < MOST_UNITS) {
                    made++;
                    last = administrator.post(UNITS, "{\"name\":\"U" + made + "\"}");
                }
                assertThat(last.expect(503).text("code")).isEqualTo("UNAVAILABLE");
                Files.delete(filler);
                await(() -> administrator.post(UNITS, "{\"name\":\"Room again\"}").status() == 201);
                await(() -> new Person(hub.address()).get(READINESS).status() == 200);
                requireIntact(hub, administrator);
            }
        } finally {
            assertThat(run("umount", small.toString())).isTrue();
        }
    }

    private static void requireIntact(Hub hub, Person administrator) throws IOException {
        Answer invited =
                administrator
                        .post(
                                "/api/v1/users",
                                "{\"signInName\":\"auditor\",\"displayName\":\"A\",\"roles\":[\""
                                        + Role.AUDITOR
                                        + "\"]}")
                        .expect(201);
        String whole =
                Person.enrol(hub.address(), invited.text("enrolmentPath"))
                        .get("/api/v1/journal/export?whole=true")
                        .expect(200)
                        .body();
        assertThat(
                        JournalVerifier.verify(
                                        new ByteArrayInputStream(
                                                whole.getBytes(StandardCharsets.UTF_8)),
                                        Set.of(),
                                        List.of())
                                .faults())
                .isEmpty();
    }

    private static void await(BooleanSupplier condition) {
        long deadlineNanos = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(deadlineNanos);
        }
    }

    /// Takes all room there is.
    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4_096];
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(Files.size(file)).isPositive();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    private static Hub start(Path data, @Nullable DatabaseServer server) {
        return Hub.start(
                new HubOptions(
                        data, server, 0, InetAddress.getLoopbackAddress(), false, null, Map.of()));
    }
}
