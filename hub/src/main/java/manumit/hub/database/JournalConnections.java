package manumit.hub.database;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import manumit.journal.Journal;
import manumit.journal.JournalExport;
import manumit.journal.JournalOptions;
import manumit.journal.SigningKey;
import org.postgresql.ds.PGSimpleDataSource;

/// The journal's own connections: the application's user, taking on the journal's role. Apart from
/// the pool, so that a pooled connection never keeps that role and a full pool never stops the
/// writer.
public final class JournalConnections {

    private static final int CONNECT_SECONDS = 3;

    private final DataSource source;

    JournalConnections(DatabaseServer server) {
        PGSimpleDataSource simple = new PGSimpleDataSource();
        simple.setUrl(server.url());
        simple.setUser(server.application().role());
        simple.setPassword(server.application().password());
        simple.setConnectTimeout(CONNECT_SECONDS);
        simple.setTcpKeepAlive(true);
        simple.setApplicationName("manumit journal");
        this.source = simple;
    }

    /// Opens the journal for writing; there is one writer to a database.
    public Journal open(SigningKey signing, JournalOptions options, Clock clock) {
        return Journal.open(source, signing, options, clock);
    }

    /// Writes the whole journal of all members, provable by itself.
    ///
    /// @return entries written
    public long exportWhole(Writer out) throws IOException {
        try (Connection connection = source.getConnection()) {
            try (Statement sql = connection.createStatement()) {
                sql.execute("SET ROLE manumit_journal");
            }
            return JournalExport.writeAll(connection, out);
        } catch (SQLException e) {
            throw new IOException("the database broke off the export", e);
        }
    }
}
