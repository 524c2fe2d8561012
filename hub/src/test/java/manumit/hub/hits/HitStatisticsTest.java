package manumit.hub.hits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Role;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.hits.HitWorld.Alert;
import manumit.hub.ownership.Restriction;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is counted stays counted, for those who may know of it.
@org.jspecify.annotations.NullUnmarked
class HitStatisticsTest {

    private static final String STATISTICS = "/api/v1/hits/statistics";

    private HitWorld world;
    private TestMember owning;
    private TestMember asking;
    private Person owner;
    private Person asker;

    @BeforeEach
    void admit() {
        world = HitWorld.ofTestHub();
        owning = TestHub.admit();
        asking = TestHub.admit();
        owner = owning.user(Role.DUTY_OFFICER);
        asker = asking.user(Role.DUTY_OFFICER);
    }

    @Test
    void deletedAlertLeavesItsNumbersToBothSides() {
        Alert alert = world.alert(owning);
        confirmed(alert);
        String aside = asked(alert);
        owner.post(
                        "/api/v1/hits/" + aside + "/answers",
                        "{\"decision\":\"REFUTE\",\"words\":\"Another.\"}")
                .expect(200);
        setAsideAtTheDesk(alert);
        String ofAsker = statistics(asker);
        String ofOwner = statistics(owner);
        assertThat(ofAsker)
                .contains("\"setAside\":1", "\"asked\":2", "\"confirmed\":1", "\"refuted\":1");
        assertThat(ofOwner).contains("\"setAside\":0", "\"asked\":2", "\"confirmed\":1");
        world.delete(alert);
        assertThat(statistics(asker)).isEqualTo(ofAsker);
        assertThat(statistics(owner)).isEqualTo(ofOwner);
        Alert another = world.alert(owning);
        confirmed(another);
        assertThat(statistics(asker)).contains("\"asked\":3", "\"confirmed\":2");
    }

    @Test
    void questionThatWasOpenWhenItsAlertWasDeletedWasNotAnswered() {
        Alert alert = world.alert(owning);
        String _ = asked(alert);
        assertThat(statistics(asker)).contains("\"unanswered\":0", "\"open\":1");
        world.delete(alert);
        assertThat(statistics(asker)).contains("\"unanswered\":1", "\"open\":0");
    }

    /// R2: what it counted of an alert that it was kept from later is gone with the restriction,
    /// and does not come back when the alert is deleted.
    @Test
    void memberThatIsKeptOutCountsNothingBeforeAndAfterTheDeletion() {
        Alert alert = world.alert(owning);
        confirmed(alert);
        setAsideAtTheDesk(alert);
        world.restrict(alert, new Restriction.Deny(Set.of(asking.id())));
        assertThat(statistics(asker)).isEqualTo("[]");
        world.delete(alert);
        assertThat(statistics(asker)).isEqualTo("[]");
        assertThat(statistics(owner)).contains("\"confirmed\":1");
    }

    @Test
    void candidateSetAsideAtTheDeskStaysCountedWhenItsCheckIsForgotten() {
        UUID check = setAsideAtTheDesk(world.alert(owning));
        String before = statistics(asker);
        assertThat(before).contains("\"setAside\":1");
        int gone =
                TestSuperuser.sql()
                        .sql("DELETE FROM manumit.check_candidates WHERE check_id = :check")
                        .param("check", check)
                        .update();
        assertThat(gone).isOne();
        assertThat(statistics(asker)).isEqualTo(before);
    }

    private static String statistics(Person person) {
        return person.get(STATISTICS).expect(200).body();
    }

    private void confirmed(Alert alert) {
        owner.post(
                        "/api/v1/hits/" + asked(alert) + "/answers",
                        "{\"decision\":\"CONFIRM\",\"words\":\"Yes.\"}")
                .expect(200);
    }

    private String asked(Alert alert) {
        RecordedCheck check = world.check(asking.id(), List.of(alert), List.of());
        return asker.post(
                        "/api/v1/hits",
                        "{\"check\":\"" + check.id() + "\",\"alert\":\"" + alert.id() + "\"}")
                .expect(201)
                .text("id");
    }

    private UUID setAsideAtTheDesk(Alert alert) {
        RecordedCheck check = world.check(asking.id(), List.of(alert), List.of());
        int judged =
                TestSuperuser.sql()
                        .sql(
                                """
                                UPDATE manumit.check_candidates
                                SET verdict = 'NOT_THIS_PERSON', verdict_reason = 'a face',
                                    verdict_at = now(), verdict_by = :by
                                WHERE check_id = :check
                                """)
                        .param("check", check.id())
                        .param("by", UUID.randomUUID())
                        .update();
        assertThat(judged).isOne();
        return check.id();
    }
}
