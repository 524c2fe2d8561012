package manumit.hub.hits;

import java.sql.SQLException;
import manumit.hub.testing.TestDatabase;
import manumit.hub.testing.TestHub;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The database of the test hub without its rules, for putting things where they cannot go by
/// themselves, and for looking at what nobody may see.
final class TestSuperuser {

    private TestSuperuser() {}

    private static final class Shared {
        static final JdbcClient SQL = open();

        private static JdbcClient open() {
            try {
                return JdbcClient.create(
                        new SingleConnectionDataSource(
                                TestDatabase.superuser(TestHub.database()), true));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static JdbcClient sql() {
        return Shared.SQL;
    }
}
