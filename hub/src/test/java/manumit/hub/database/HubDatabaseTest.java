package manumit.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import manumit.hub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The hub refuses to work with a role that row-level security does not hold.
class HubDatabaseTest {

    @Test
    void migratedDatabaseWithAHarmlessRoleIsAccepted() {
        HubDatabase.on(TestDatabase.fresh()).close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SUPERUSER                       | is a superuser
                    BYPASSRLS                       | can bypass row-level security
                    CREATEROLE                      | can create roles
                    IN ROLE manumit_owner           | owns tables
                    IN ROLE manumit_owner NOINHERIT | owns tables
                    """)
    void mightyRoleIsRefused(String attributes, String reason) throws SQLException {
        DatabaseServer server = TestDatabase.fresh();
        String role = "mighty_" + Integer.toHexString(attributes.hashCode());
        try (Connection connection = TestDatabase.superuser(server);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'x' " + attributes);
            DatabaseServer mighty =
                    new DatabaseServer(
                            server.url(), server.owner(), new DatabaseServer.Login(role, "x"));
            try {
                assertThatThrownBy(() -> HubDatabase.refuseMightyRole(mighty))
                        .hasMessageContaining(reason)
                        .isInstanceOfSatisfying(
                                HubStartException.class,
                                e ->
                                        assertThat(e.code())
                                                .isEqualTo(HubStartException.Code.DATABASE_ROLE));
            } finally {
                sql.execute("DROP ROLE " + role);
            }
        }
    }

    @Test
    void tableWithoutForcedRowLevelSecurityIsRefused() throws SQLException {
        DatabaseServer server = TestDatabase.fresh();
        try (Connection connection = TestDatabase.superuser(server);
                Statement sql = connection.createStatement()) {
            sql.execute("ALTER TABLE manumit.users NO FORCE ROW LEVEL SECURITY");
        }
        assertThatThrownBy(() -> HubDatabase.on(server))
                .hasMessageContaining("without forced row-level security");
    }

    @Test
    void databaseOfANewerHubIsRefused() throws SQLException {
        DatabaseServer server = TestDatabase.fresh();
        try (Connection connection = TestDatabase.superuser(server);
                Statement sql = connection.createStatement()) {
            sql.execute(
                    """
                    INSERT INTO flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by,
                         execution_time, success)
                    VALUES (1000, '1000', 'of the future', 'SQL', 'V1000__of_the_future.sql', 1,
                            'manumit_owner', 1, true)
                    """);
        }
        assertThatThrownBy(() -> HubDatabase.on(server))
                .isInstanceOfSatisfying(
                        HubStartException.class,
                        e -> assertThat(e.code()).isEqualTo(HubStartException.Code.MIGRATION));
    }

    @Test
    void unreachableServerIsToldAsSuch() {
        DatabaseServer server = TestDatabase.fresh();
        DatabaseServer nowhere =
                new DatabaseServer(
                        "jdbc:postgresql://127.0.0.1:1/manumit",
                        server.owner(),
                        server.application());
        assertThatThrownBy(() -> HubDatabase.on(nowhere))
                .isInstanceOfSatisfying(
                        HubStartException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(HubStartException.Code.DATABASE);
                            assertThat(e.getMessage()).doesNotContain(server.owner().password());
                        });
    }
}
