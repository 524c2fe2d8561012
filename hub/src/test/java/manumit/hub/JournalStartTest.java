package manumit.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.HubStartException;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestDatabase;
import manumit.journal.SigningKey;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hub opens its journal before it listens, or does not start.
@Slow
class JournalStartTest {

    @TempDir Path folder;

    @Test
    void aSecondHubOnTheSameDatabaseIsRefused() {
        DatabaseServer database = TestDatabase.fresh();
        try (Hub first = start(database, Map.of())) {
            assertThat(first.address()).isNotEmpty();
            assertRefused(database, Map.of(), "in-use");
        }
        // Let go of when the first one is closed.
        start(database, Map.of()).close();
    }

    @Test
    void keysAreMadeForTheirUserAloneOrGiven() throws IOException {
        DatabaseServer database = TestDatabase.fresh();
        Path given = folder.resolve("given.key");
        String fingerprint = SigningKey.openOrCreate(given).verifyingKey().fingerprint().hex();
        try (Hub hub = start(database, Map.of("manumit.journal.signing-key", given.toString()))) {
            Person administrator =
                    Person.enrol(hub.address(), hub.takeFirstEnrolment().orElseThrow());
            assertThat(administrator.get("/api/v1/journal/key").expect(200).text("fingerprint"))
                    .isEqualTo(fingerprint);
        }
        Path subjects = folder.resolve("keys/journal-subjects.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(subjects)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("keys/journal-signing.key")).doesNotExist();
        Files.setPosixFilePermissions(given, PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(
                database, Map.of("manumit.journal.signing-key", given.toString()), "chmod 600");
    }

    @Test
    void aJournalWhoseEndIsMissingIsRefused() throws SQLException {
        DatabaseServer database = TestDatabase.fresh();
        // An act, so that there is an end.
        try (Hub hub = start(database, Map.of())) {
            assertThat(hub.takeFirstEnrolment()).isNotEmpty();
        }
        try (Connection connection = TestDatabase.superuser(database);
                Statement sql = connection.createStatement()) {
            sql.execute("ALTER TABLE journal.entry DISABLE TRIGGER append_only");
            sql.execute("DELETE FROM journal.entry");
        }
        assertRefused(database, Map.of(), "damaged");
    }

    private void assertRefused(
            DatabaseServer database, Map<String, String> settings, String message) {
        assertThatThrownBy(() -> start(database, settings).close())
                .isInstanceOfSatisfying(
                        HubStartException.class,
                        e -> assertThat(e.code()).isEqualTo(HubStartException.Code.JOURNAL))
                .hasMessageContaining(message);
    }

    private Hub start(DatabaseServer database, Map<String, String> settings) {
        return Hub.start(
                new HubOptions(
                        folder,
                        database,
                        0,
                        InetAddress.getLoopbackAddress(),
                        false,
                        null,
                        settings));
    }
}
