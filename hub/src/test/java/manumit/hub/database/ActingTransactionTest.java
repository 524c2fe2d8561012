package manumit.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Purpose;
import manumit.hub.access.Reason;
import manumit.hub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database is told about who acts, and why.
class ActingTransactionTest {

    private static final Acting ACTING =
            new Acting(Acting.Kind.USER, UUID.randomUUID(), UUID.randomUUID(), Set.of(), Set.of());

    /// R5. On one connection after the other: nothing stays behind for the next.
    @Test
    void theReasonIsToldForTheTransactionAndEndsWithIt() {
        try (HubDatabase database = HubDatabase.on(TestDatabase.fresh())) {
            ActingTransaction transactions = new ActingTransaction(database.dataSource());
            Reason reason = new Reason("op-1", Purpose.BORDER_CHECK);
            String told =
                    ScopedValue.where(ActingTransaction.REASON, reason)
                            .call(() -> transactions.as(ACTING, ActingTransactionTest::reason));
            assertThat(told).isEqualTo("op-1 border-check");
            for (int i = 0; i < 20; i++) {
                assertThat(transactions.as(ACTING, ActingTransactionTest::reason)).isEqualTo(" ");
            }
        }
    }

    private static String reason(JdbcClient sql) {
        return sql.sql(
                        "SELECT current_setting('manumit.operation', true) || ' ' ||"
                                + " current_setting('manumit.purpose', true)")
                .query(String.class)
                .single();
    }
}
