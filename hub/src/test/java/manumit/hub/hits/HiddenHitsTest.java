package manumit.hub.hits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Role;
import manumit.hub.alerts.AlertChange;
import manumit.hub.checks.PastChecks;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.database.ActingTransaction;
import manumit.hub.hits.HitWorld.Alert;
import manumit.hub.journal.OwnActs;
import manumit.hub.ownership.Restriction;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.matching.Band;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What only the owner may know of (R3), and what is found afterwards.
@org.jspecify.annotations.NullUnmarked
class HiddenHitsTest {

    private static final String HITS = "/api/v1/hits";
    private static HitWorld world;
    private static TestMember owning;
    private static TestMember asking;
    private static Person owner;
    private static Person asker;

    @BeforeAll
    static void admit() {
        world = HitWorld.ofTestHub();
        owning = TestHub.admit();
        asking = TestHub.admit();
        owner = owning.user(Role.DUTY_OFFICER);
        asker = asking.user(Role.DUTY_OFFICER);
    }

    @Test
    void hiddenHitReachesItsOwnerAndNobodyElse() {
        String before = asker.get(HITS).body() + asker.get(HITS + "/statistics").body();
        Alert alert = restricted();
        RecordedCheck check = world.check(asking.id(), List.of(), List.of(alert));
        String hit = find(owner, alert).orElseThrow();
        assertThat(owner.get(HITS + "/" + hit).expect(200).body())
                .contains("\"hidden\":true", "Body " + asking.code(), "AL HADDAD")
                .doesNotContain(check.actor().toString(), check.id().toString());
        assertThat(asker.get(HITS).body() + asker.get(HITS + "/statistics").body())
                .isEqualTo(before);
        asker.get(HITS + "/" + hit).expect(404);
        asker.get("/hits/" + hit).expect(404);
        asker.post(HITS + "/" + hit + "/messages", "{\"words\":\"x\"}").expect(404);
    }

    @Test
    void ownerDealsWithAHiddenHitAndClosesItWithAnOutcome() {
        Alert alert = restricted();
        world.check(asking.id(), List.of(), List.of(alert));
        String hit = find(owner, alert).orElseThrow();
        owner.post(
                        HITS + "/" + hit + "/outcomes",
                        "{\"outcome\":\"LOCATED_OWNER_TOLD\",\"words\":\"Our liaison goes.\"}")
                .expect(200);
        assertThat(owner.get(HITS + "/" + hit).text("state")).isEqualTo("CLOSED");
        asker.get(HITS + "/" + hit).expect(404);
    }

    @Test
    void candidateFoundAfterwardsWaitsForTheMemberThatChecked() {
        Alert alert = world.alert(owning);
        RecordedCheck check = found(asking.id(), List.of(alert), List.of());
        assertThat(backwards(alert, check)).isEqualTo(1);
        assertThat(backwards(alert, check)).as("once each").isZero();
        String hit = find(asker, alert).orElseThrow();
        assertThat(find(owner, alert)).as("not asked yet").isEmpty();
        owner.get(HITS + "/" + hit).expect(404);
        asker.post(HITS + "/" + hit + "/questions", "{\"note\":\"Passed yesterday.\"}").expect(200);
        assertThat(find(owner, alert)).contains(hit);
    }

    @Test
    void whatIsSetAsideTheOwnerNeverLearnsOf() {
        Alert alert = world.alert(owning);
        backwards(alert, found(asking.id(), List.of(alert), List.of()));
        String hit = find(asker, alert).orElseThrow();
        asker.post(HITS + "/" + hit + "/set-asides", "{\"words\":\"A child.\"}").expect(200);
        owner.get(HITS + "/" + hit).expect(404);
        assertThat(owner.get(HITS + "?turn=over&limit=500").body()).doesNotContain(hit);
    }

    /// The owner restricts before anybody asked: the candidate becomes the owner's alone.
    @Test
    void restrictionMadeMeanwhileMovesACandidateToItsOwner() {
        Alert alert = world.alert(owning);
        RecordedCheck check = found(asking.id(), List.of(alert), List.of());
        backwards(alert, check);
        String hit = find(asker, alert).orElseThrow();
        world.restrict(alert, new Restriction.Deny(Set.of(asking.id())));
        asker.get(HITS + "/" + hit).expect(404);
        RecordedCheck hidden = found(check, List.of(), List.of(alert));
        assertThat(backwards(alert, hidden)).isEqualTo(1);
        assertThat(find(owner, alert)).contains(hit);
        world.restrict(alert, new Restriction.None());
        assertThat(backwards(alert, check)).isEqualTo(1);
        assertThat(find(asker, alert)).contains(hit);
        assertThat(find(owner, alert)).isEmpty();
    }

    @Test
    void changeOfAnAlertIsAskedBackwardsByItself() throws Exception {
        Alert alert = world.alert(owning);
        RecordedCheck check = found(asking.id(), List.of(alert), List.of());
        RetroHits retro = retro(check);
        retro.changed(new AlertChange(alert.id(), identity(alert)));
        for (int i = 0; i < 100 && find(asker, alert).isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(find(asker, alert)).isPresent();
        retro.destroy();
    }

    private static Alert restricted() {
        return world.alert(
                owning.id(), owning.code(), new Restriction.Deny(Set.of(asking.id())), false);
    }

    private static Optional<String> find(Person person, Alert alert) {
        return person.get(HITS + "?limit=500")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item ->
                        item.path("ownerReference")
                                .asString()
                                .equals(HitWorld.candidate(alert).ownerReference()))
                .map(item -> item.path("id").asString())
                .findFirst();
    }

    private static int backwards(Alert alert, RecordedCheck check) {
        RetroHits retro = retro(check);
        try {
            return retro.ask(identity(alert));
        } finally {
            retro.destroy();
        }
    }

    private static RetroHits retro(RecordedCheck check) {
        PastChecks past =
                new PastChecks() {
                    @Override
                    public Optional<RecordedCheck> find(JdbcClient sql, UUID id) {
                        return Optional.empty();
                    }

                    @Override
                    public List<RecordedCheck> matching(Identity one, Band minBand, int limit) {
                        return List.of(check);
                    }
                };
        return new RetroHits(
                past,
                TestHub.bean(ActingTransaction.class),
                TestHub.bean(OwnActs.class),
                TestHub.bean(HiddenHits.class));
    }

    private static Identity identity(Alert alert) {
        return Identity.of(
                alert.ownerCode(),
                alert.id().toString(),
                Particulars.builder()
                        .kind(EntityKind.PERSON)
                        .name(new Name(NameKind.PRIMARY, "Youssef K. Haddad", "", ""))
                        .build());
    }

    private static RecordedCheck found(UUID member, List<Alert> seen, List<Alert> hidden) {
        RecordedCheck empty = world.check(member, List.of(), List.of());
        return found(empty, seen, hidden);
    }

    /// The same check, as a search backwards gives it.
    private static RecordedCheck found(RecordedCheck check, List<Alert> seen, List<Alert> hidden) {
        return new RecordedCheck(
                check.id(),
                check.member(),
                check.actor(),
                check.operation(),
                check.purpose(),
                check.post(),
                check.madeAt(),
                check.particulars(),
                seen.stream().map(HitWorld::candidate).toList(),
                hidden.stream().map(HitWorld::candidate).toList());
    }
}
