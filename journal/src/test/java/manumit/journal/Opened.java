package manumit.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/// What tests do with a journal in a database.
final class Opened {

    static final SigningKey KEY = SigningKey.generate();

    private Opened() {}

    static Journal open(DataSource database) {
        return open(database, JournalOptions.defaults());
    }

    static Journal open(DataSource database, JournalOptions options) {
        return Journal.open(
                database, KEY, options.withLockWait(Duration.ofSeconds(2)), Clock.systemUTC());
    }

    static String export(DataSource database) throws SQLException, IOException {
        return export(database, 1, Long.MAX_VALUE);
    }

    static String export(DataSource database, long from, long until)
            throws SQLException, IOException {
        StringWriter out = new StringWriter();
        try (Connection connection = as(database, "manumit_journal", "")) {
            JournalExport.write(connection, from, until, out);
        }
        return out.toString();
    }

    static Verification verify(String export) throws IOException {
        return JournalVerifier.verify(
                new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)),
                Set.of(KEY.verifyingKey()),
                List.of());
    }

    /// A connection with the rights of a role.
    ///
    /// @param member on whose behalf; empty: nobody's
    static Connection as(DataSource database, String role, String member) throws SQLException {
        Connection connection = database.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET manumit.member = '" + member + "'; SET ROLE " + role);
        }
        return connection;
    }

    static List<JournalEntry> list(DataSource database, JournalQuery query) throws SQLException {
        try (Connection connection = as(database, "manumit_journal", "")) {
            return new JournalReader(connection).list(query);
        }
    }
}
