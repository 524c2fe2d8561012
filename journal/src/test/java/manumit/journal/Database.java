package manumit.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// A real PostgreSQL on this machine, durable as in service, that can be killed and started again.
final class Database implements AutoCloseable {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static final class Shared {
        private static final Database INSTANCE = start();
    }

    private final Path folder;
    private EmbeddedPostgres server;

    private Database(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /// The server that all tests of this process share; stopped when the process ends.
    static Database shared() {
        return Shared.INSTANCE;
    }

    /// A server of one's own.
    static Database start() {
        try {
            Path folder = Files.createTempDirectory("manumit-journal");
            return new Database(folder, server(folder, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres server(Path folder, int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("data"))
                        .setCleanDataDirectory(false)
                        // The embedded server is started with -F, which forgets after a crash.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("listen_addresses", "localhost")
                        .setPGStartupWait(java.time.Duration.ofMinutes(1));
        if (port != 0) {
            builder.setPort(port);
        }
        return builder.start();
    }

    /// A new database with the journal's schema, for the superuser.
    DataSource newJournal() throws SQLException {
        String name = "journal_" + NAMES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        DataSource database = server.getDatabase("postgres", name);
        try (Connection connection = database.getConnection()) {
            JournalSchema.create(connection);
        }
        return database;
    }

    /// The same database for a new user that has the application's role and nothing else.
    DataSource forApplication(DataSource database) throws SQLException {
        String user = "application_" + NAMES.incrementAndGet();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + user + " LOGIN; GRANT manumit_app TO " + user);
            return server.getDatabase(user, connection.getCatalog());
        }
    }

    /// Kills every process of the server at once, as a power cut does (but for what the operating
    /// system still holds).
    void kill() throws IOException, InterruptedException {
        long pid =
                Long.parseLong(
                        Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> processes = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        processes.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        for (ProcessHandle process : processes) {
            process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        }
    }

    /// Starts it again after {@link #kill}, on the same port; it recovers by itself.
    void restart() throws IOException {
        int port = server.getPort();
        server.close();
        server = server(folder, port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
