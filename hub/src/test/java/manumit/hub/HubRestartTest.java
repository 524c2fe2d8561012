package manumit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import manumit.hub.testing.Person;
import manumit.hub.testing.StartedFolder;
import manumit.testkit.Slow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub with its own PostgreSQL, as `manumit serve` runs it.
@Slow
class HubRestartTest {

    @TempDir Path folder;

    @BeforeEach
    void start() throws IOException {
        StartedFolder.copyTo(folder);
    }

    @Test
    void whoEnrolledBeforeARestartSignsInAfterItAndNobodyIsInvitedAgain() {
        String name;
        String again;
        Person first;
        try (Hub hub = Hub.start(options())) {
            String path = hub.takeFirstEnrolment().orElseThrow();
            again = hub.takeFirstEnrolment().orElseThrow();
            new Person(hub.address()).get(path).expect(404);
            first = Person.enrol(hub.address(), again);
            name = first.signInName();
            assertThat(hub.takeFirstEnrolment()).isEmpty();
        }
        try (Hub hub = Hub.start(options())) {
            assertThat(hub.takeFirstEnrolment()).isEmpty();
            Person later = new Person(hub.address());
            later.get("/sign-in").expect(200);
            later.trySignIn(name, first.password(), first.code(1)).expect(302);
            later.get("/api/v1/members").expect(200);
        }
    }

    @Test
    void oneAddressCannotTryWithoutEnd() {
        try (Hub hub = Hub.start(options())) {
            Person stranger = new Person(hub.address());
            stranger.get("/sign-in").expect(200);
            for (int i = 0; i < 20; i++) {
                stranger.trySignIn("nobody", "wrong password", "000000");
            }
            stranger.trySignIn("nobody", "wrong password", "000000").expect(429);
            stranger.get("/sign-in").expect(200);
        }
    }

    private HubOptions options() {
        return new HubOptions(
                folder,
                null,
                0,
                InetAddress.getLoopbackAddress(),
                false,
                null,
                // A slow machine may refill some of the attempts meanwhile.
                Map.of("manumit.attempts-per-minute", "12"));
    }
}
