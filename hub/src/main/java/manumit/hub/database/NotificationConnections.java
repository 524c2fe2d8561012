package manumit.hub.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/// Connections that wait to be told by the database (`LISTEN`), each a session of its own: a pooled
/// one would hear what the one before asked for. What is told is that something changed, never
/// what.
public final class NotificationConnections {

    private static final int CONNECT_SECONDS = 3;

    private final DataSource source;

    NotificationConnections(DatabaseServer server) {
        PGSimpleDataSource simple = new PGSimpleDataSource();
        simple.setUrl(server.url());
        simple.setUser(server.application().role());
        simple.setPassword(server.application().password());
        simple.setConnectTimeout(CONNECT_SECONDS);
        simple.setTcpKeepAlive(true);
        simple.setApplicationName("manumit notifications");
        this.source = simple;
    }

    /// Waits for what is told on one channel. Not thread-safe, but for closing.
    public static final class Listening implements AutoCloseable {

        private final Connection connection;

        private Listening(Connection connection) {
            this.connection = connection;
        }

        /// Returns when something was told, at the latest after this time.
        ///
        /// @return whether anything was
        /// @throws SQLException if the connection is lost, or was closed by another thread
        public boolean await(int timeoutMillis) throws SQLException {
            Object[] told = connection.unwrap(PGConnection.class).getNotifications(timeoutMillis);
            return told != null && told.length > 0;
        }

        @Override
        public void close() {
            try {
                // Not close(): that waits for whoever reads.
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                // It is gone anyway.
            }
        }
    }

    /// @param channel name of the channel, an SQL identifier
    public Listening listen(String channel) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement sql = connection.createStatement()) {
            sql.execute("LISTEN " + sql.enquoteIdentifier(channel, false));
            return new Listening(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
