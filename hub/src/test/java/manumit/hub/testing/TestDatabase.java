package manumit.hub.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.EmbeddedPostgres;
import manumit.hub.database.HubDatabase;

/// One real PostgreSQL for all tests of this JVM, and a fresh, migrated database for whoever asks
/// (copied from a template, some 50 ms).
public final class TestDatabase {

    private static final String TEMPLATE = "template_hub";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<Runnable> BEFORE_STOP = new CopyOnWriteArrayList<>();

    private TestDatabase() {}

    private static final class Shared {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = Files.createTempDirectory("manumit-test");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, folder)));
                create(postgres, TEMPLATE, "template0");
                HubDatabase.on(server(postgres, TEMPLATE)).close();
                return postgres;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// A database with all tables and nobody in it.
    public static DatabaseServer fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        try {
            create(Shared.POSTGRES, name, TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server(Shared.POSTGRES, name);
    }

    /// Has somebody who uses it stop first, when the JVM ends.
    static void beforeItStops(Runnable work) {
        BEFORE_STOP.add(work);
    }

    /// As the superuser, for breaking things on purpose.
    public static Connection superuser(DatabaseServer server) throws SQLException {
        return Shared.POSTGRES.superuserConnection(
                server.url().substring(server.url().lastIndexOf('/') + 1));
    }

    private static DatabaseServer server(EmbeddedPostgres postgres, String name) {
        DatabaseServer own = postgres.server();
        return new DatabaseServer(postgres.url(name), own.owner(), own.application());
    }

    private static void create(EmbeddedPostgres postgres, String name, String template)
            throws SQLException {
        try (Connection connection = postgres.superuserConnection("postgres");
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "CREATE DATABASE "
                            + name
                            + " OWNER "
                            + postgres.server().owner().role()
                            + " TEMPLATE "
                            + template);
        }
    }

    private static void stop(EmbeddedPostgres postgres, Path folder) {
        BEFORE_STOP.forEach(Runnable::run);
        postgres.close();
        try (var paths = Files.walk(folder)) {
            paths.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
