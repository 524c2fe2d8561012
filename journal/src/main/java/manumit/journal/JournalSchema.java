package manumit.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The tables, rights and triggers of the journal.
///
/// A program with migrations of its own runs {@link #sql} among them (resource
/// `manumit/journal/V1__journal.sql`). Others call {@link #create}.
public final class JournalSchema {

    private static final String RESOURCE = "V1__journal.sql";

    private JournalSchema() {}

    /// The statements, for one run by a role that may create schemas and roles.
    public static String sql() {
        try (InputStream in = JournalSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + ": absent from the module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Creates the schema `journal` unless it is there.
    ///
    /// @param connection of a role that may create schemas and roles
    /// @return whether it was created now
    public static boolean create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("SELECT to_regclass('journal.entry') IS NOT NULL")) {
                found.next();
                if (found.getBoolean(1)) {
                    return false;
                }
            }
            statement.execute(sql());
            return true;
        }
    }
}
