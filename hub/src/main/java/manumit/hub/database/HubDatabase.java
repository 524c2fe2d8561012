package manumit.hub.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import manumit.hub.database.HubStartException.Code;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// The hub's database, ready for use: reached, migrated, and its application role found harmless.
public final class HubDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    /// Short: while the database is away, people are told so instead of kept waiting.
    private static final int CONNECTION_WAIT_MILLIS = 4_000;

    private final @Nullable EmbeddedPostgres embedded;
    private final HikariDataSource application;
    private final JournalConnections journal;
    private final ListeningConnections listening;

    private HubDatabase(@Nullable EmbeddedPostgres embedded, DatabaseServer server) {
        this.embedded = embedded;
        this.application = prepare(server);
        this.journal = new JournalConnections(server);
        this.listening = new ListeningConnections(server);
    }

    /// Starts the embedded PostgreSQL of a data folder.
    public static HubDatabase embedded(Path folder) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        try {
            HubDatabase database = new HubDatabase(postgres, postgres.server());
            postgres.keepRunning();
            return database;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /// Uses a server.
    public static HubDatabase on(DatabaseServer server) {
        return new HubDatabase(null, server);
    }

    /// Connections of the application role.
    public DataSource dataSource() {
        return application;
    }

    /// Connections for the journal alone, apart from the pool.
    public JournalConnections journal() {
        return journal;
    }

    /// Connections that wait for notifications, apart from the pool.
    public ListeningConnections listening() {
        return listening;
    }

    @Override
    public void close() {
        application.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private static HikariDataSource prepare(DatabaseServer server) {
        reach(server);
        migrate(server);
        refuseMightyRole(server);
        HikariConfig config = new HikariConfig();
        config.setPoolName("hub");
        config.setJdbcUrl(server.url());
        config.setUsername(server.application().role());
        config.setPassword(server.application().password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        return new HikariDataSource(config);
    }

    private static void reach(DatabaseServer server) {
        try {
            DriverManager.getConnection(
                            server.url(), server.owner().role(), server.owner().password())
                    .close();
        } catch (SQLException e) {
            throw new HubStartException(
                    Code.DATABASE,
                    "the owner's role cannot sign in to the database (SQLSTATE "
                            + e.getSQLState()
                            + "); check address, network and MANUMIT_OWNER_PASSWORD",
                    e);
        }
    }

    /// Forward only, as the owner role. A database of a newer hub is refused.
    private static void migrate(DatabaseServer server) {
        try {
            Flyway.configure()
                    .dataSource(server.url(), server.owner().role(), server.owner().password())
                    .locations("classpath:db/migration")
                    .javaMigrations(new JournalMigration())
                    .placeholders(
                            java.util.Map.of(
                                    "application",
                                    server.application().role(),
                                    "owner",
                                    server.owner().role()))
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new HubStartException(
                    Code.MIGRATION,
                    "the database could not be brought up to date: " + e.getMessage(),
                    e);
        }
    }

    /// Row-level security does not hold superusers, BYPASSRLS roles and owners of tables, nor
    /// anybody who can become one of them.
    static void refuseMightyRole(DatabaseServer server) {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url(),
                                server.application().role(),
                                server.application().password());
                Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery(
                                """
                                SELECT
                                  bool_or(r.rolsuper) AS super,
                                  bool_or(r.rolbypassrls) AS bypass,
                                  bool_or(r.rolcreaterole) AS creates_roles,
                                  bool_or(EXISTS (SELECT FROM pg_class c
                                                  WHERE c.relowner = r.oid)) AS owns,
                                  (SELECT count(*) FROM pg_class c
                                   JOIN pg_namespace n ON n.oid = c.relnamespace
                                   WHERE n.nspname IN ('manumit', 'journal') AND c.relkind IN ('r', 'p')
                                     AND NOT (c.relrowsecurity AND c.relforcerowsecurity))
                                    AS unguarded
                                FROM pg_roles r
                                WHERE pg_has_role(current_user, r.oid, 'MEMBER')
                                """)) {
            row.next();
            refuse(row.getBoolean("super"), "is a superuser, or can become one");
            refuse(row.getBoolean("bypass"), "can bypass row-level security");
            refuse(row.getBoolean("creates_roles"), "can create roles");
            refuse(row.getBoolean("owns"), "owns tables, or can become their owner");
            if (row.getInt("unguarded") > 0) {
                throw new HubStartException(
                        Code.DATABASE_ROLE,
                        row.getInt("unguarded")
                                + " tables are without forced row-level security; restore them from"
                                + " the migrations");
            }
        } catch (SQLException e) {
            throw new HubStartException(
                    Code.DATABASE,
                    "the application's role cannot sign in to the database (SQLSTATE "
                            + e.getSQLState()
                            + "); check MANUMIT_APP_PASSWORD",
                    e);
        }
    }

    private static void refuse(boolean mighty, String what) {
        if (mighty) {
            throw new HubStartException(
                    Code.DATABASE_ROLE,
                    "refusing to start: the application's database role "
                            + what
                            + "; see \"Roles of the database\" in docs/operating.md");
        }
    }
}
