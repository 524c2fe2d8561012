package manumit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import manumit.hub.access.Role;
import manumit.hub.database.EmbeddedPostgres;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.journal.Checkpoint;
import manumit.journal.Fault;
import manumit.journal.FaultKind;
import manumit.journal.JournalExport;
import manumit.journal.JournalVerifier;
import manumit.journal.Verification;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backup and restore as docs/operating.md says: stop, copy the data folder, start on the copy.
@Slow
class BackupTest {

    @TempDir Path folder;

    @Test
    void aCopyOfTheStoppedFolderIsTheHubAgainAndWhatCameAfterItIsMissedByTheJournal()
            throws IOException, SQLException {
        Path original = folder.resolve("original");
        Path copy = folder.resolve("copy");
        Person administrator;
        Person auditor;
        try (Hub hub = Hub.start(options(original))) {
            administrator = Person.enrol(hub.address(), hub.takeFirstEnrolment().orElseThrow());
            administrator.post("/api/v1/units", "{\"name\":\"Before\"}").expect(201);
            Answer invited =
                    administrator
                            .post(
                                    "/api/v1/users",
                                    "{\"signInName\":\"auditor\",\"displayName\":\"A\",\"roles\":[\""
                                            + Role.AUDITOR
                                            + "\"]}")
                            .expect(201);
            auditor = Person.enrol(hub.address(), invited.text("enrolmentPath"));
        }
        copy(original, copy);
        try (Hub hub = Hub.start(options(original))) {
            signIn(hub, auditor).get("/api/v1/units").expect(200);
        }
        Checkpoint later = lastCheckpoint(original);
        try (Hub hub = Hub.start(options(copy))) {
            assertThat(hub.takeFirstEnrolment()).isEmpty();
            // The copy knows nothing of the codes used since.
            Person restored = signIn(hub, auditor);
            assertThat(restored.get("/api/v1/units").expect(200).body()).contains("Before");
            String whole = whole(restored);
            assertThat(verify(whole, List.of()).faults()).isEmpty();
            assertThat(verify(whole, List.of(later)).faults())
                    .extracting(Fault::kind)
                    .containsAnyOf(FaultKind.TRUNCATED, FaultKind.REWRITTEN);
        }
    }

    /// With the next code, since the one of now was used when enrolling.
    private static Person signIn(Hub hub, Person known) {
        Person person = new Person(hub.address());
        person.get("/sign-in").expect(200);
        person.trySignIn(known.signInName(), known.password(), known.code(1)).expect(302);
        return person;
    }

    private static String whole(Person auditor) {
        return auditor.get("/api/v1/journal/export?whole=true").expect(200).body();
    }

    private static Verification verify(String export, List<Checkpoint> kept) throws IOException {
        return JournalVerifier.verify(
                new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), Set.of(), kept);
    }

    /// The one that was signed when the hub stopped.
    private static Checkpoint lastCheckpoint(Path data) throws IOException, SQLException {
        StringWriter export = new StringWriter();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                Connection connection = postgres.superuserConnection("manumit")) {
            JournalExport.writeAll(connection, export);
        }
        return JournalVerifier.parseCheckpoint(
                export.toString()
                        .lines()
                        .filter(line -> line.startsWith("{\"checkpoint\""))
                        .reduce((_, last) -> last)
                        .orElseThrow());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(
                        path,
                        to.resolve(from.relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static HubOptions options(Path data) {
        return new HubOptions(
                data, null, 0, InetAddress.getLoopbackAddress(), false, null, Map.of());
    }
}
