package manumit.hub.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connections that wait for what other transactions `NOTIFY`: one for each who listens, apart from
/// the pool, since waiting takes a connection for good.
public final class ListeningConnections {

    private static final Logger LOG = LoggerFactory.getLogger(ListeningConnections.class);
    private static final int CONNECT_SECONDS = 3;
    private static final int WAIT_MILLIS = 5_000;
    private static final long RETRY_MILLIS = 500;

    private final DatabaseServer server;

    ListeningConnections(DatabaseServer server) {
        this.server = server;
    }

    /// Listens until closed, on a thread of its own. What is notified while there is no connection
    /// is not heard: catch up at each `connected`.
    ///
    /// @param channel letters and underscores
    /// @param heard gets each payload, one at a time
    /// @param connected called whenever listening has begun, the first time too
    public Listening listen(String channel, Consumer<String> heard, Runnable connected) {
        if (!channel.matches("[a-z_]{1,60}")) {
            throw new IllegalArgumentException("channel: letters and underscores");
        }
        Listening listening = new Listening(source(channel), channel, heard, connected);
        listening.start();
        return listening;
    }

    private PGSimpleDataSource source(String channel) {
        PGSimpleDataSource simple = new PGSimpleDataSource();
        simple.setUrl(server.url());
        simple.setUser(server.application().role());
        simple.setPassword(server.application().password());
        simple.setConnectTimeout(CONNECT_SECONDS);
        simple.setTcpKeepAlive(true);
        simple.setApplicationName("listens to " + channel);
        return simple;
    }

    /// Listening that goes on.
    public static final class Listening implements AutoCloseable {

        private final PGSimpleDataSource source;
        private final String channel;
        private final Consumer<String> heard;
        private final Runnable connected;
        private final Thread thread;
        private volatile boolean closed;

        private Listening(
                PGSimpleDataSource source,
                String channel,
                Consumer<String> heard,
                Runnable connected) {
            this.source = source;
            this.channel = channel;
            this.heard = heard;
            this.connected = connected;
            this.thread =
                    Thread.ofPlatform().daemon().name("listens to " + channel).unstarted(this::run);
        }

        private void start() {
            thread.start();
        }

        /// Ends within some seconds.
        @Override
        public void close() {
            closed = true;
            thread.interrupt();
        }

        private void run() {
            boolean lost = false;
            while (!closed) {
                try (Connection connection = source.getConnection()) {
                    try (Statement sql = connection.createStatement()) {
                        sql.execute(String.format(Locale.ROOT, "LISTEN %s", channel));
                    }
                    if (lost) {
                        LOG.info("listens to {} again", channel);
                    }
                    lost = false;
                    connected.run();
                    hear(connection);
                } catch (SQLException e) {
                    if (!closed && !lost) {
                        LOG.warn("cannot listen to {} (SQLSTATE {})", channel, e.getSQLState());
                    }
                    lost = true;
                    pause();
                } catch (RuntimeException e) {
                    LOG.error("listening to {} failed: {}", channel, e.getClass().getName());
                    lost = true;
                    pause();
                }
            }
        }

        private void hear(Connection connection) throws SQLException {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification @Nullable [] notifications = postgres.getNotifications(WAIT_MILLIS);
                if (notifications == null || notifications.length == 0) {
                    if (!connection.isValid(CONNECT_SECONDS)) {
                        throw new SQLException("the connection is dead", "08006");
                    }
                    continue;
                }
                for (PGNotification notification : notifications) {
                    heard.accept(notification.getParameter());
                }
            }
        }

        private void pause() {
            try {
                Thread.sleep(RETRY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            }
        }
    }
}
