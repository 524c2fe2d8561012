package manumit.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import manumit.hub.testing.StartedFolder;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database beside the hub, through stops and kills.
@Slow
class EmbeddedPostgresTest {

    @TempDir Path folder;

    @Test
    void dataStayWhenItIsStoppedAndStarted() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            write(postgres, 1);
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(count(postgres)).isEqualTo(1);
        }
    }

    @Test
    void killedPostgresRecoversWithEverythingCommitted() throws Exception {
        StartedFolder.copyTo(folder);
        EmbeddedPostgres killed = EmbeddedPostgres.start(folder);
        write(killed, 7);
        ProcessHandle process = ProcessHandle.of(killed.processId()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        killed.close();
        assertThat(folder.resolve("postgres/data/postmaster.pid")).exists();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(count(postgres)).isEqualTo(7);
        }
    }

    @Test
    void postgresThatOutlivedItsKilledHubIsTakenOverWithEverythingCommitted() throws Exception {
        StartedFolder.copyTo(folder);
        Process hub =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledHub.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = hub.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null && !line.equals(KilledHub.READY)) {
                line = out.readLine();
            }
        }
        hub.destroyForcibly().waitFor();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(count(postgres)).isEqualTo(5);
        }
    }

    /// A hub in a process of its own that writes, says so and waits for its end.
    static final class KilledHub {

        static final String READY = "committed";

        private KilledHub() {}

        public static void main(String[] args) throws Exception {
            write(EmbeddedPostgres.start(Path.of(args[0])), 5);
            System.out.println(READY);
            Thread.sleep(600_000);
        }
    }

    /// After a machine or container starts anew, the old number may be another program's.
    @Test
    void processNumberOfAnotherProgramDoesNotStopTheStart() throws Exception {
        StartedFolder.copyTo(folder);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            write(postgres, 1);
        }
        Path pid = folder.resolve("postgres/data/postmaster.pid");
        Files.writeString(
                pid,
                ProcessHandle.current().pid() + "\n" + folder + "\n0\n5432\n\n127.0.0.1\n0 0\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(count(postgres)).isEqualTo(1);
        }
    }

    @Test
    void twoHubsDoNotShareADataFolder() throws IOException {
        StartedFolder.copyTo(folder);
        EmbeddedPostgres first = EmbeddedPostgres.start(folder);
        try (first) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOfSatisfying(
                            HubStartException.class,
                            e ->
                                    assertThat(e.code())
                                            .isEqualTo(HubStartException.Code.DATA_FOLDER));
        }
    }

    @Test
    void nobodySignsInWithoutThePasswordWhichOnlyItsUserReads() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    postgres.url("manumit"), "manumit_super", ""))
                    .isInstanceOf(SQLException.class);
            for (String role : new String[] {"manumit_super", "manumit_owner", "manumit_app"}) {
                Path file = folder.resolve("postgres/" + role + ".password");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    private static void write(EmbeddedPostgres postgres, int rows) throws SQLException {
        try (Connection connection = postgres.superuserConnection("manumit");
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE kept AS SELECT generate_series(1, " + rows + ")");
        }
    }

    private static int count(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.superuserConnection("manumit");
                Statement sql = connection.createStatement();
                var rows = sql.executeQuery("SELECT count(*) FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
