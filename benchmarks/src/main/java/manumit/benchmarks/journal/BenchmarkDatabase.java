package manumit.benchmarks.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import manumit.journal.JournalSchema;

/// A PostgreSQL of its own on this machine, in a temporary folder that is removed at the end.
/// Durable as in service; refuses to measure otherwise.
final class BenchmarkDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;

    private BenchmarkDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static BenchmarkDatabase start() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("manumit-bench-journal");
        BenchmarkDatabase database =
                new BenchmarkDatabase(
                        EmbeddedPostgres.builder()
                                .setDataDirectory(folder)
                                .setCleanDataDirectory(true)
                                // The embedded server is started with -F, which would make every
                                // figure here a lie.
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .setServerConfig("listen_addresses", "localhost")
                                .setServerConfig("shared_buffers", "512MB")
                                .setServerConfig("max_wal_size", "4GB")
                                .setPGStartupWait(Duration.ofMinutes(1))
                                .start());
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                try (ResultSet value = statement.executeQuery("SHOW " + setting)) {
                    value.next();
                    if (!value.getString(1).equals("on")) {
                        throw new IllegalStateException(setting + " is off: not durable");
                    }
                }
            }
            JournalSchema.create(connection);
        }
        return database;
    }

    DataSource source() {
        return server.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
