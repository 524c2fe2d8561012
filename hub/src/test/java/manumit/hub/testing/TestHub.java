package manumit.hub.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import manumit.hub.Hub;
import manumit.hub.HubBeans;
import manumit.hub.HubOptions;
import manumit.hub.access.Role;
import manumit.hub.database.DatabaseServer;

/// One hub for all tests of this JVM, started on a fresh database, with its first administrator
/// enrolled. Members, users and posts are made through the API, as people make them.
public final class TestHub {

    private TestHub() {}

    private record Started(Hub hub, DatabaseServer database, Person coordinator) {}

    private static final class Shared {
        static final Started STARTED = start();

        private static Started start() {
            try {
                DatabaseServer database = TestDatabase.fresh();
                Path data = Files.createTempDirectory("manumit-hub-test");
                Hub hub =
                        Hub.start(
                                new HubOptions(
                                        data,
                                        database,
                                        0,
                                        InetAddress.getLoopbackAddress(),
                                        false,
                                        null,
                                        Map.of(
                                                "manumit.attempts-per-minute",
                                                "100000",
                                                "manumit.hits.alive-every",
                                                "1s",
                                                "manumit.checks.stream-patience-millis",
                                                "3000",
                                                HubOptions.DEMO,
                                                "true")));
                TestDatabase.beforeItStops(hub::close);
                String path = hub.takeFirstEnrolment().orElseThrow();
                return new Started(hub, database, Person.enrol(hub.address(), path));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static String address() {
        return Shared.STARTED.hub().address();
    }

    public static DatabaseServer database() {
        return Shared.STARTED.database();
    }

    /// A bean of the hub, for tests that look inside.
    public static <T> T bean(Class<T> type) {
        return HubBeans.of(Shared.STARTED.hub(), type);
    }

    /// Who admits members; also the administrator of the general secretariat.
    public static Person coordinator() {
        return Shared.STARTED.coordinator();
    }

    /// Admits an international body under an invented code, and enrols its first administrator.
    public static TestMember admit() {
        return TestMember.admit(coordinator());
    }

    /// Path of the page on which a new user of the secretariat enrols.
    public static String invitation(Set<Role> roles) {
        return TestMember.invitation(coordinator(), roles);
    }

    /// A user of the secretariat with these roles.
    public static Person secretariatUser(Set<Role> roles) {
        return TestMember.invite(coordinator(), roles);
    }
}
