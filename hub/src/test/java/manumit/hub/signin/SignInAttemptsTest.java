package manumit.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import manumit.hub.database.ActingTransaction;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.HubDatabase;
import manumit.hub.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInAttemptsTest {

    private static final UUID USER = UUID.randomUUID();

    /// A clock that a test moves.
    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-11-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void pass(Duration duration) {
            now = now.plus(duration);
        }
    }

    private final Time time = new Time();
    private final DatabaseServer server = TestDatabase.fresh();
    private final HubDatabase database = HubDatabase.on(server);
    private final SignInAttempts attempts =
            new SignInAttempts(new ActingTransaction(database.dataSource()), time);

    @BeforeEach
    void somebody() throws SQLException {
        try (Connection connection = TestDatabase.superuser(server);
                Statement sql = connection.createStatement()) {
            UUID member = UUID.randomUUID();
            sql.execute(
                    "INSERT INTO manumit.members (id, code, kind, name) VALUES ('"
                            + member
                            + "', 'XAA', 'COUNTRY', 'Body')");
            sql.execute(
                    "INSERT INTO manumit.users (id, member, sign_in_name, display_name) VALUES ('"
                            + USER
                            + "', '"
                            + member
                            + "', 'somebody', 'Somebody')");
            sql.execute("INSERT INTO manumit.credentials (user_id) VALUES ('" + USER + "')");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 15", "6, 30", "7, 60", "10, 480", "11, 900", "400, 900"})
    void waitGrowsWithFailuresUpToAQuarterOfAnHour(int failures, long seconds) {
        assertThat(SignInAttempts.waitAfter(failures)).hasSeconds(seconds);
    }

    @Test
    void addressThatFailedFiveTimesWaitsAndOthersDoNot() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.mayTry(USER, "192.0.2.1")).isTrue();
            attempts.failed(USER, "192.0.2.1");
        }
        assertThat(attempts.mayTry(USER, "192.0.2.1")).isFalse();
        assertThat(attempts.mayTry(USER, "192.0.2.2")).isTrue();
        time.pass(Duration.ofSeconds(14));
        assertThat(attempts.mayTry(USER, "192.0.2.1")).isFalse();
        time.pass(Duration.ofSeconds(1));
        assertThat(attempts.mayTry(USER, "192.0.2.1")).isTrue();
    }

    @Test
    void guesserWithManyAddressesIsStoppedAndTheUsersOwnAddressIsHeard() {
        attempts.succeeded(USER, "198.51.100.7");
        for (int i = 0; i < SignInAttempts.STRANGERS_PER_HOUR; i++) {
            assertThat(attempts.mayTry(USER, "192.0.2." + i)).isTrue();
            attempts.failed(USER, "192.0.2." + i);
        }
        assertThat(attempts.mayTry(USER, "203.0.113.9")).isFalse();
        assertThat(attempts.mayTry(USER, "198.51.100.7")).isTrue();
        time.pass(Duration.ofMinutes(61));
        assertThat(attempts.mayTry(USER, "203.0.113.9")).isTrue();
    }

    @Test
    void successForgivesTheAddress() {
        for (int i = 0; i < 4; i++) {
            attempts.failed(USER, "192.0.2.1");
        }
        attempts.succeeded(USER, "192.0.2.1");
        attempts.failed(USER, "192.0.2.1");
        assertThat(attempts.mayTry(USER, "192.0.2.1")).isTrue();
    }

    @Test
    void addressesOfOneIpv6NetworkCountAsOne() {
        assertThat(ClientAddress.of("2001:db8:0:1:0:0:0:9"))
                .isEqualTo(ClientAddress.of("2001:db8:0:1:a:b:c:d"))
                .isNotEqualTo(ClientAddress.of("2001:db8:0:2:0:0:0:9"));
        assertThat(ClientAddress.of("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
