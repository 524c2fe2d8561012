package manumit.hub.hits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import manumit.hub.access.Role;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.database.ActingTransaction;
import manumit.hub.hits.HitWorld.Alert;
import manumit.hub.journal.OwnActs;
import manumit.hub.signin.SecretSeal;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Notices to a real little server, with the time moved by hand.
@org.jspecify.annotations.NullUnmarked
class NoticesTest {

    private static final String SECRET = "a secret of 24 letters at least";

    private record Received(String timestamp, String signature, String notice, String body) {}

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final Tomcat server = new Tomcat();
    @TempDir Path folder;
    private HitWorld world;
    private TestMember owning;
    private Person asker;
    private TestMember asking;

    /// Keeps what it is sent and answers as it is told.
    private final class Receiver extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            received.add(
                    new Received(
                            request.getHeader("Manumit-Timestamp"),
                            request.getHeader("Manumit-Signature"),
                            request.getHeader("Manumit-Notice"),
                            new String(
                                    request.getInputStream().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            int status = statuses.isEmpty() ? 204 : statuses.pop();
            response.setStatus(status);
            if (status == 302) {
                response.setHeader("Location", "/elsewhere");
            }
        }
    }

    @BeforeEach
    void start() throws LifecycleException {
        server.setBaseDir(folder.toString());
        server.setPort(0);
        server.getConnector().setProperty("address", "127.0.0.1");
        Tomcat.addServlet(server.addContext("", folder.toString()), "receiver", new Receiver())
                .addMapping("/*");
        server.start();
        world = HitWorld.ofTestHub();
        owning = TestHub.admit();
        asking = TestHub.admit();
        asker = asking.user(Role.DUTY_OFFICER);
        settings("http://127.0.0.1:" + server.getConnector().getLocalPort() + "/in");
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.stop();
        server.destroy();
    }

    @Test
    void ownerIsToldWithASignatureAndNothingOfThePerson() {
        String hit = asked();
        assertThat(notices().sendDue(owning.id(), HitTime.now())).isEqualTo(1);
        Received one = received.remove();
        assertThat(one.body())
                .contains("\"hit\":\"" + hit + "\"", "\"asked\":\"ANSWER\"")
                .doesNotContain("Haddad", "HADDAD", "LR2174093", "R-");
        assertThat(one.signature())
                .isEqualTo(
                        "v1="
                                + NoticeSender.signature(
                                        SECRET.getBytes(StandardCharsets.UTF_8),
                                        one.timestamp(),
                                        one.body()));
        assertThat(notices().sendDue(owning.id(), HitTime.now())).as("told once").isZero();
    }

    /// Fixed, so that receivers can test theirs.
    @Test
    void signatureIsHmacSha256OfTimestampAndBody() {
        assertThat(NoticeSender.signature("key".getBytes(StandardCharsets.UTF_8), "1", "{\"a\":1}"))
                .isEqualTo("6d79bda23417c5d4f1b421c877b89fec92fde17dd9d447f5d140713ed9b8b48f");
    }

    @Test
    void noticeThatIsNotTakenIsTriedAgainWithTheSameNumberEverMoreSeldomAndGivenUp() {
        asked();
        Instant now = HitTime.now();
        for (int i = 0; i < 7; i++) {
            statuses.add(503);
        }
        assertThat(notices().sendDue(owning.id(), now)).isEqualTo(1);
        assertThat(notices().sendDue(owning.id(), now.plusSeconds(9))).as("too early").isZero();
        for (Duration later :
                List.of(
                        Duration.ofSeconds(11),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(8),
                        Duration.ofMinutes(40),
                        Duration.ofHours(3),
                        Duration.ofHours(10))) {
            assertThat(notices().sendDue(owning.id(), now.plus(later))).isEqualTo(1);
        }
        assertThat(received).hasSize(7);
        assertThat(received.stream().map(Received::notice).distinct()).hasSize(1);
        assertThat(notices().sendDue(owning.id(), now.plus(Duration.ofDays(9)))).isZero();
        assertThat(owning.administrator().get("/hit-settings").body()).contains(">503<");
        owning.administrator().postForm("/hit-settings/undelivered", Map.of()).expect(302);
        assertThat(notices().sendDue(owning.id(), HitTime.now())).isEqualTo(1);
        assertThat(owning.administrator().get("/hit-settings").body()).doesNotContain(">503<");
    }

    @Test
    void receiverThatIsGoneForGoodIsNotAskedAgain() {
        asked();
        statuses.add(410);
        assertThat(notices().sendDue(owning.id(), HitTime.now())).isEqualTo(1);
        assertThat(notices().sendDue(owning.id(), HitTime.now().plus(Duration.ofDays(1)))).isZero();
    }

    @Test
    void redirectIsNotFollowedIntoTheHubsOwnNetwork() {
        asked();
        statuses.add(302);
        notices().sendDue(owning.id(), HitTime.now());
        assertThat(received).hasSize(1);
    }

    @Test
    void addressOfTheHubsOwnNetworkIsRefusedUnlessAllowed() {
        asked();
        Notices strict = notices(false);
        assertThat(strict.sendDue(owning.id(), HitTime.now())).isEqualTo(1);
        assertThat(received).isEmpty();
        assertThat(owning.administrator().get("/hit-settings").body()).contains("ADDRESS_REFUSED");
    }

    @Test
    void whoHasNoAddressIsToldNothing() {
        Notices notices = notices();
        String kind =
                "SELECT count(*) FROM manumit.hit_notices WHERE member = :member AND state ="
                        + " 'WAITING'";
        String hit = asked();
        Person owner = owning.user(Role.DUTY_OFFICER);
        owner.post(
                        "/api/v1/hits/" + hit + "/answers",
                        "{\"decision\":\"CONFIRM\",\"words\":\"Yes.\"}")
                .expect(200);
        notices.sendDue();
        assertThat(
                        TestSuperuser.sql()
                                .sql(kind)
                                .param("member", asking.id())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void noticesThatAreOverAreDeletedAfterAMonthAndThoseThatWaitAreNot() {
        asked();
        assertThat(notices().sendDue(owning.id(), HitTime.now())).isEqualTo(1);
        asked();
        int _ = notices().forgetOver(HitTime.now().plus(Duration.ofDays(29)));
        assertThat(states()).containsExactlyInAnyOrder("SENT", "WAITING");
        assertThat(notices().forgetOver(HitTime.now().plus(Duration.ofDays(31)))).isPositive();
        assertThat(states()).containsExactly("WAITING");
    }

    private List<String> states() {
        return TestSuperuser.sql()
                .sql("SELECT state FROM manumit.hit_notices WHERE member = :member")
                .param("member", owning.id())
                .query(String.class)
                .list();
    }

    private Notices notices() {
        return notices(true);
    }

    private static Notices notices(boolean privateAllowed) {
        return new Notices(
                TestHub.bean(ActingTransaction.class),
                TestHub.bean(OwnActs.class),
                new NoticeSender(
                        new NoticeAddresses(privateAllowed), TestHub.bean(JsonMapper.class)),
                TestHub.bean(NoticeMail.class),
                TestHub.bean(SecretSeal.class),
                Clock.systemUTC(),
                30);
    }

    /// The test hub does not allow such an address, so it is put there behind its back.
    private void settings(String address) {
        owning.administrator().get("/hit-settings").expect(200);
        owning.administrator()
                .postForm(
                        "/hit-settings",
                        Map.of(
                                "version",
                                "0",
                                "address",
                                "https://example.org/in",
                                "secret",
                                SECRET))
                .expect(302);
        TestSuperuser.sql()
                .sql("UPDATE manumit.hit_settings SET address = :address WHERE member = :member")
                .param("address", address)
                .param("member", owning.id())
                .update();
    }

    private String asked() {
        Alert alert = world.alert(owning);
        RecordedCheck check = world.check(asking.id(), List.of(alert), List.of());
        return asker.post(
                        "/api/v1/hits",
                        "{\"check\":\"" + check.id() + "\",\"alert\":\"" + alert.id() + "\"}")
                .expect(201)
                .text("id");
    }
}
