package manumit.benchmarks.hub;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import manumit.benchmarks.calls.Callers;
import manumit.benchmarks.crowd.Check;
import manumit.benchmarks.crowd.Crowd;
import manumit.matching.BirthDate;
import manumit.matching.Identity;
import manumit.matching.Name;

/// The same checks as one would make them with PostgreSQL alone: names alike by trigrams
/// (`pg_trgm`, its usual limit of .3), born within a year of each other, the ten most alike. No
/// journal, no rights, no reasons.
final class TrigramBaseline {

    private static final String ASK =
            """
            SELECT person, similarity(name, ?) AS alike
            FROM names
            WHERE name % ? AND (born IS NULL OR ?::date IS NULL OR born BETWEEN ?::date - 366 AND ?::date + 366)
            ORDER BY alike DESC LIMIT 10
            """;

    private TrigramBaseline() {}

    /// @param checks asked over and over
    static Callers.Measured run(
            Crowd crowd, int people, List<Check> checks, double seconds, int threads)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("manumit-bench-trigrams");
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(true)
                        .setServerConfig("listen_addresses", "localhost")
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("maintenance_work_mem", "512MB")
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start()) {
            fill(server, crowd, people);
            List<Connection> connections = new ArrayList<>();
            try {
                List<Callers.Call> calls = new ArrayList<>();
                AtomicLong next = new AtomicLong();
                for (int i = 0; i < threads; i++) {
                    Connection connection = server.getPostgresDatabase().getConnection();
                    connections.add(connection);
                    PreparedStatement statement = connection.prepareStatement(ASK);
                    calls.add(() ->
                            ask(
                                    statement,
                                    checks.get((int) (next.getAndIncrement() % checks.size()))));
                }
                return Callers.run(calls, seconds);
            } finally {
                for (Connection connection : connections) {
                    connection.close();
                }
            }
        }
    }

    private static void fill(EmbeddedPostgres server, Crowd crowd, int people) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION pg_trgm");
            statement.execute("CREATE UNLOGGED TABLE names (person int, name text, born date)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO names VALUES (?, ?, ?::date)")) {
                int waiting = 0;
                for (int person = 0; person < people; person++) {
                    Identity identity = crowd.identity(person);
                    String born = born(identity.particulars().birthDates());
                    for (Name name : identity.particulars().names()) {
                        insert.setInt(1, person);
                        insert.setString(2, name.whole());
                        insert.setString(3, born);
                        insert.addBatch();
                        waiting++;
                    }
                    if (waiting > 5_000) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
                insert.executeBatch();
            }
            statement.execute("CREATE INDEX ON names USING gin (name gin_trgm_ops)");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("ANALYZE names");
        }
    }

    private static void ask(PreparedStatement statement, Check check) throws SQLException {
        String name = check.query().particulars().names().getFirst().whole();
        String born = born(check.query().particulars().birthDates());
        statement.setString(1, name);
        statement.setString(2, name);
        for (int i = 3; i <= 5; i++) {
            statement.setString(i, born);
        }
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                found.getInt(1);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable String born(List<BirthDate> dates) {
        for (BirthDate date : dates) {
            if (date instanceof BirthDate.Day(LocalDate day)) {
                return day.toString();
            }
        }
        return null;
    }
}
