package manumit.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import manumit.hub.Hub;
import manumit.hub.HubOptions;
import manumit.hub.database.EmbeddedPostgres;
import manumit.journal.JournalExport;
import manumit.journal.JournalVerifier;
import manumit.journal.SigningKey;
import manumit.journal.Verification;

/// A hub in a process of its own.
///
/// @param enrolment path of the first administrator's page; empty once there is one
public record RunningHub(Process process, Path folder, String address, String enrolment) {

    public static RunningHub start(Path folder) throws IOException {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        // Left open: what the hub logs later would block it otherwise.
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith(Main.READY)) {
            line = out.readLine();
        }
        assertThat(line).as("the hub started").isNotNull();
        Thread.ofPlatform().daemon().start(() -> out.lines().forEach(_ -> {}));
        String[] parts = line.split(" ", -1);
        return new RunningHub(process, folder, parts[1], parts[2]);
    }

    /// The number of PostgreSQL's first process.
    public long postgres() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                        .getFirst()
                        .strip());
    }

    public long killPostgres() throws IOException {
        long killed = postgres();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        return killed;
    }

    /// Exports the journal of a hub that is no longer running, and verifies it.
    ///
    /// @param connection of a superuser to its database; works as the journal's role afterwards
    public static Verification verified(Path folder, Connection connection)
            throws IOException, SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET ROLE manumit_journal");
        }
        StringWriter export = new StringWriter();
        JournalExport.writeAll(connection, export);
        return JournalVerifier.verify(
                new ByteArrayInputStream(export.toString().getBytes(StandardCharsets.UTF_8)),
                Set.of(
                        SigningKey.openOrCreate(folder.resolve("keys/journal-signing.key"))
                                .verifyingKey()),
                List.of());
    }

    /// Ends the PostgreSQL that a failed test left running in the folder.
    public static void endPostgres(Path folder) throws IOException {
        if (Files.exists(folder.resolve("postgres/data/postmaster.pid"))) {
            EmbeddedPostgres.start(folder).close();
        }
    }

    /// What runs in that process.
    static final class Main {

        static final String READY = "hub-is-ready";

        private Main() {}

        public static void main(String[] args) throws InterruptedException {
            Hub hub =
                    Hub.start(
                            new HubOptions(
                                    Path.of(args[0]),
                                    null,
                                    0,
                                    InetAddress.getLoopbackAddress(),
                                    false,
                                    null,
                                    Map.of()));
            System.out.println(
                    READY + " " + hub.address() + " " + hub.takeFirstEnrolment().orElse(""));
            hub.awaitClosed();
        }
    }
}
