package manumit.hub.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import manumit.hub.database.DatabaseServer;
import manumit.hub.testing.TestDatabase;
import manumit.hub.testing.TestHub;
import manumit.journal.JournalEntry;
import manumit.journal.JournalQuery;
import manumit.journal.JournalReader;

/// The journal of the tests' hub, read behind its back.
public final class WholeJournal {

    private WholeJournal() {}

    /// Oldest first.
    public static List<JournalEntry> entries() {
        return entries(TestHub.database());
    }

    /// Number of acts with this action.
    static long count(String action) {
        try (Connection connection = TestDatabase.superuser(TestHub.database());
                PreparedStatement sql =
                        connection.prepareStatement(
                                "SELECT count(*) FROM journal.entry WHERE action = ?")) {
            sql.setString(1, action);
            try (ResultSet row = sql.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<JournalEntry> entries(DatabaseServer database) {
        try (Connection connection = TestDatabase.superuser(database);
                Statement sql = connection.createStatement()) {
            sql.execute("SET ROLE manumit_journal");
            return entries(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param connection of the journal's role
    static List<JournalEntry> entries(Connection connection) throws SQLException {
        JournalReader reader = new JournalReader(connection);
        JournalQuery query = JournalQuery.all().withLimit(JournalQuery.MOST_ENTRIES);
        List<JournalEntry> all = new ArrayList<>();
        List<JournalEntry> page = reader.list(query);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = reader.list(query.withBefore(page.getLast().sequence()));
        }
        return all.reversed();
    }
}
