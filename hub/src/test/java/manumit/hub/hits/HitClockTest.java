package manumit.hub.hits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import manumit.hub.access.Role;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.hits.HitWorld.Alert;
import manumit.hub.journal.WholeJournal;
import manumit.hub.ownership.Restriction;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Clocks, with the time moved by hand: everything that is due by then happens, once.
@org.jspecify.annotations.NullUnmarked
class HitClockTest {

    private static final String HITS = "/api/v1/hits/";
    private static HitWorld world;
    private static HitClock clock;
    private static TestMember owning;
    private static TestMember asking;
    private static Person owner;
    private static Person asker;

    @BeforeAll
    static void admit() {
        world = HitWorld.ofTestHub();
        clock = TestHub.bean(HitClock.class);
        owning = TestHub.admit();
        asking = TestHub.admit();
        owner = owning.user(Role.DUTY_OFFICER);
        asker = asking.user(Role.DUTY_OFFICER);
    }

    @Test
    void ownerIsRemindedAtHalfTimeThenOthersAreToldThenTheSecretariatThenItExpires() {
        String hit = asked(true);
        Instant asked = Instant.parse(owner.get(HITS + hit).text("askedAt"));
        clock.tick(asked.plus(Duration.ofMinutes(29)));
        assertThat(kinds(hit)).containsExactly("FOUND", "ASKED");
        clock.tick(asked.plus(Duration.ofMinutes(31)));
        assertThat(kinds(hit)).containsExactly("FOUND", "ASKED", "REMINDED");
        clock.tick(asked.plus(Duration.ofMinutes(61)));
        assertThat(kinds(hit)).endsWith("REMINDED", "ESCALATED");
        assertThat(lateElsewhere()).doesNotContain(owning.code());
        clock.tick(asked.plus(Duration.ofMinutes(91)));
        assertThat(kinds(hit)).endsWith("ESCALATED", "SECRETARIAT_TOLD");
        assertThat(owner.get(HITS + hit).text("state")).isEqualTo("ASKED");
        clock.tick(asked.plus(Duration.ofHours(13)).plusSeconds(1));
        assertThat(kinds(hit)).endsWith("SECRETARIAT_TOLD", "EXPIRED");
        assertThat(asker.get(HITS + hit).text("state")).isEqualTo("EXPIRED");
        assertThat(asker.get(HITS + hit).json().path("mine").asBoolean()).isTrue();
    }

    /// The secretariat learns which member is late, not about whom; and forgets it when answered.
    @Test
    void secretariatSeesThatAMemberIsLateAndNotWhatItIsAbout() {
        Alert alert =
                world.alert(
                        owning.id(),
                        owning.code(),
                        new Restriction.Allow(Set.of(asking.id())),
                        false);
        String hit = asked(alert, true);
        Person secretariat = TestHub.secretariatUser(Set.of(Role.DUTY_OFFICER));
        assertThat(secretariat.get("/hits").expect(200).body())
                .doesNotContain("Body " + owning.code());
        clock.tick(HitTime.now().plus(Duration.ofMinutes(91)));
        String page = secretariat.get("/hits").expect(200).body();
        assertThat(page)
                .contains("Body " + owning.code())
                .doesNotContain("Haddad", "R-" + alert.id().toString().substring(0, 8));
        secretariat.get(HITS + hit).expect(404);
        assertThat(secretariat.get("/").body()).contains("/hits");
        owner.post(HITS + hit + "/answers", "{\"decision\":\"REFUTE\",\"words\":\"No.\"}")
                .expect(200);
        assertThat(
                        TestSuperuser.sql()
                                .sql(
                                        "SELECT count(*) FROM manumit.hits_late WHERE hit ="
                                                + " :hit::uuid AND over_at IS NULL")
                                .param("hit", hit)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    /// A hidden hit that is late is told to nobody else.
    @Test
    void secretariatIsNeverToldOfAHiddenHit() {
        Alert alert =
                world.alert(
                        owning.id(),
                        owning.code(),
                        new Restriction.Deny(Set.of(asking.id())),
                        false);
        RecordedCheck _ = world.check(asking.id(), List.of(), List.of(alert));
        clock.tick(HitTime.now().plus(Duration.ofDays(3)));
        assertThat(
                        TestSuperuser.sql()
                                .sql(
                                        "SELECT count(*) FROM manumit.hits_late WHERE alert ="
                                                + " :alert")
                                .param("alert", alert.id())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void eachAlarmRingsOnceHoweverManyHubsLook() throws Exception {
        String hit = asked(true);
        Instant late = HitTime.now().plus(Duration.ofMinutes(95));
        try (ExecutorService hubs = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> looks =
                    java.util.stream.IntStream.range(0, 12)
                            .<Callable<Integer>>mapToObj(_ -> () -> clock.tick(late))
                            .toList();
            for (Future<Integer> look : hubs.invokeAll(looks)) {
                look.get();
            }
        }
        assertThat(kinds(hit)).containsExactly("FOUND", "ASKED", "ESCALATED", "SECRETARIAT_TOLD");
        assertThat(
                        WholeJournal.entries().stream()
                                .filter(entry -> entry.act().record().id().equals(hit))
                                .filter(entry -> entry.act().actor().member().equals("hub"))
                                .map(entry -> entry.act().action()))
                .containsExactlyInAnyOrder("hits.escalate", "hits.tell-secretariat");
    }

    @Test
    void answerComesLateAllTheSame() {
        String hit = asked(true);
        clock.tick(HitTime.now().plus(Duration.ofHours(14)));
        assertThat(owner.get(HITS + hit).text("state")).isEqualTo("EXPIRED");
        owner.post(HITS + hit + "/answers", "{\"decision\":\"CONFIRM\",\"words\":\"Sorry.\"}")
                .expect(200);
        assertThat(asker.get(HITS + hit).text("state")).isEqualTo("CONFIRMED");
    }

    /// The other side's clock begins anew with each state; a message does not move it.
    @Test
    void messageDoesNotBuyTime() {
        String hit = asked(true);
        String due = owner.get(HITS + hit).text("dueAt");
        owner.post(HITS + hit + "/messages", "{\"words\":\"One moment.\"}").expect(200);
        assertThat(owner.get(HITS + hit).text("dueAt")).isEqualTo(due);
    }

    private static String lateElsewhere() {
        return TestHub.secretariatUser(Set.of(Role.DUTY_OFFICER)).get("/hits").body();
    }

    private static String asked(boolean waits) {
        return asked(world.alert(owning), waits);
    }

    private static String asked(Alert alert, boolean waits) {
        RecordedCheck check = world.check(asking.id(), List.of(alert), List.of());
        return asker.post(
                        "/api/v1/hits",
                        "{\"check\":\""
                                + check.id()
                                + "\",\"alert\":\""
                                + alert.id()
                                + "\",\"personWaits\":"
                                + waits
                                + "}")
                .expect(201)
                .text("id");
    }

    private static List<String> kinds(String hit) {
        return asker.get(HITS + hit)
                .expect(200)
                .json()
                .path("steps")
                .valueStream()
                .map(step -> step.path("kind").asString())
                .toList();
    }
}
