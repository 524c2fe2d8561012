package manumit.hub.hits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Role;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.hits.HitWorld.Alert;
import manumit.hub.journal.WholeJournal;
import manumit.hub.ownership.Restriction;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A hit through the API of a real hub, by the two members it concerns and one that it does not.
@org.jspecify.annotations.NullUnmarked
class HitsTest {

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
        asker = asking.user(Role.BORDER_OFFICER);
    }

    @Test
    void candidateIsAskedAboutConfirmedActedOnAndClosedAndBothSeeEachStep() {
        String hit = asked(world.alert(owning), true);
        assertThat(asker.get(HITS + "?turn=others&limit=500").body()).contains(hit);
        assertThat(owner.get(HITS + "?turn=mine&limit=500").body()).contains(hit);
        post(owner, hit, "answers", "{\"decision\":\"CONFIRM\",\"words\":\"No warrant.\"}")
                .expect(200);
        Answer answered = asker.get(HITS + "/" + hit).expect(200);
        assertThat(answered.text("state")).isEqualTo("CONFIRMED");
        assertThat(answered.json().path("answer").path("words").asString())
                .isEqualTo("No warrant.");
        assertThat(answered.json().path("mine").asBoolean()).isTrue();
        post(asker, hit, "actions", "{\"action\":\"SPOKEN_WITH\",\"words\":\"In room 2.\"}")
                .expect(200);
        post(asker, hit, "outcomes", "{\"outcome\":\"LOCATED_OWNER_TOLD\",\"words\":\"Hotel.\"}")
                .expect(200);
        Answer closed = owner.get(HITS + "/" + hit).expect(200);
        assertThat(closed.text("state")).isEqualTo("CLOSED");
        assertThat(closed.text("outcome")).isEqualTo("LOCATED_OWNER_TOLD");
        assertThat(closed.json().path("mine").asBoolean()).as("the owner has to see it").isTrue();
        assertThat(owner.get(HITS + "?turn=mine&limit=500").body()).contains(hit);
        post(owner, hit, "acknowledgements", "{}").expect(200);
        assertThat(owner.get(HITS + "?turn=mine&limit=500").body()).doesNotContain(hit);
        assertThat(owner.get(HITS + "?turn=over").body()).contains(hit);
        List<String> steps = kinds(asker, hit);
        assertThat(steps)
                .containsExactly(
                        "FOUND", "ASKED", "CONFIRMED", "ACTION", "OUTCOME", "OUTCOME_SEEN");
        assertThat(kinds(owner, hit)).isEqualTo(steps);
        assertThat(
                        WholeJournal.entries().stream()
                                .filter(entry -> entry.act().record().id().equals(hit))
                                .filter(entry ->
                                        entry.act().record().owner().equals(owning.id().toString()))
                                .map(entry -> entry.act().action()))
                .contains(
                        "hits.ask",
                        "hits.get",
                        "hits.answer",
                        "hits.act",
                        "hits.close",
                        "hits.see");
    }

    @Test
    void askedTwiceThereIsOneHit() {
        Alert alert = world.alert(owning);
        RecordedCheck check = world.check(asking.id(), List.of(alert), List.of());
        Answer first = ask(check, alert, false).expect(201);
        Answer second = ask(check, alert, true).expect(200);
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(kinds(asker, first.text("id"))).containsExactly("FOUND", "ASKED");
    }

    @Test
    void nobodyAsksAboutWhatNoCheckFound() {
        Alert alert = world.alert(owning);
        RecordedCheck other = world.check(asking.id(), List.of(world.alert(owning)), List.of());
        ask(other, alert, false).expect(404);
        RecordedCheck others = world.check(owning.id(), List.of(alert), List.of());
        ask(others, alert, false).expect(404);
    }

    @Test
    void personWhoWaitsIsAnsweredWithinOneHourOthersWithinTwelve() {
        assertThat(minutesLeft(asked(world.alert(owning), true))).isBetween(58L, 60L);
        assertThat(minutesLeft(asked(world.alert(owning), false))).isBetween(718L, 720L);
    }

    @Test
    void arrestNeedsAConfirmation() {
        String hit = asked(world.alert(owning), false);
        post(owner, hit, "answers", "{\"decision\":\"REFUTE\",\"words\":\"Taller.\"}").expect(200);
        assertThat(
                        post(
                                        asker,
                                        hit,
                                        "outcomes",
                                        "{\"outcome\":\"ARRESTED_UNDER_OWN_LAW\",\"words\":\"x\"}")
                                .expect(400)
                                .text("detail"))
                .startsWith("outcome:");
        post(asker, hit, "outcomes", "{\"outcome\":\"WENT_ON\",\"words\":\"Let go.\"}").expect(200);
    }

    /// Somebody to protect is not arrested on the alert that protects.
    @Test
    void alertThatProtectsIsNoGroundForAnArrestAndVictimSpecialistsAnswerIt() {
        Alert sheltered = world.alert(owning.id(), owning.code(), new Restriction.None(), true);
        Person specialist = owning.user(Role.VICTIM_SPECIALIST);
        String hit = asked(sheltered, false);
        post(specialist, hit, "answers", "{\"decision\":\"CONFIRM\",\"words\":\"Call us.\"}")
                .expect(200);
        post(asker, hit, "actions", "{\"action\":\"ARRESTED_UNDER_OWN_LAW\",\"words\":\"x\"}")
                .expect(400);
        String other = asked(world.alert(owning), false);
        post(specialist, other, "answers", "{\"decision\":\"CONFIRM\",\"words\":\"x\"}")
                .expect(403);
    }

    @Test
    void ownerTakesBackAWrongConfirmation() {
        String hit = asked(world.alert(owning), false);
        post(owner, hit, "answers", "{\"decision\":\"CONFIRM\",\"words\":\"Yes.\"}").expect(200);
        post(asker, hit, "actions", "{\"action\":\"SPOKEN_WITH\",\"words\":\"x\"}").expect(200);
        post(owner, hit, "answers", "{\"decision\":\"REFUTE\",\"words\":\"Sorry, no.\"}")
                .expect(200);
        Answer now = asker.get(HITS + "/" + hit).expect(200);
        assertThat(now.text("state")).isEqualTo("REFUTED");
        assertThat(now.json().path("answer").path("decision").asString()).isEqualTo("REFUTE");
    }

    @Test
    void handOverNotesStayOnOneSideAndMessagesReachTheOther() {
        String hit = asked(world.alert(owning), false);
        post(asker, hit, "handovers", "{\"note\":\"Room 2. Water given.\"}").expect(200);
        post(owner, hit, "handovers", "{\"note\":\"Night shift looks.\"}").expect(200);
        post(owner, hit, "messages", "{\"words\":\"Which flight?\"}").expect(200);
        assertThat(asker.get(HITS + "/" + hit).body())
                .contains("Room 2.", "Which flight?")
                .doesNotContain("Night shift");
        assertThat(owner.get(HITS + "/" + hit).body())
                .contains("Night shift", "Which flight?")
                .doesNotContain("Room 2.");
    }

    @Test
    void handOverGoesToNobodyOfAnotherMember() {
        String hit = asked(world.alert(owning), false);
        post(asker, hit, "handovers", "{\"to\":\"" + UUID.randomUUID() + "\",\"note\":\"x\"}")
                .expect(400);
    }

    @Test
    void changeOfAVersionThatIsNoLongerIsRefused() {
        String hit = asked(world.alert(owning), false);
        String eTag = owner.get(HITS + "/" + hit).eTag().orElseThrow();
        post(asker, hit, "messages", "{\"words\":\"He wants to leave.\"}").expect(200);
        owner.postMatching(
                        HITS + "/" + hit + "/answers",
                        eTag,
                        "{\"decision\":\"CONFIRM\",\"words\":\"Yes.\"}")
                .expect(412);
    }

    @Test
    void decisionsNeedWords() {
        String hit = asked(world.alert(owning), false);
        post(owner, hit, "answers", "{\"decision\":\"CONFIRM\",\"words\":\" \"}").expect(400);
        post(owner, hit, "answers", "{\"words\":\"Yes.\"}").expect(400);
    }

    /// Each cell of the table of states, by each side, through the API.
    @Test
    void everyCellOfTheTableIsEnforced() {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (boolean hidden : new boolean[] {false, true}) {
            for (HitState state : HitState.values()) {
                for (Deed deed : Deed.values()) {
                    for (Party party : Set.of(Party.ASKER, Party.OWNER)) {
                        if (deed == Deed.EXPIRE || (hidden && state != HitState.CANDIDATE)) {
                            continue;
                        }
                        String hit = inState(state, hidden);
                        Person person = party == Party.ASKER ? asker : owner;
                        Answer answer = deed(person, hit, deed);
                        boolean allowed =
                                HitTransitions.after(hidden, state, deed, party).isPresent();
                        boolean done = answer.status() == 200;
                        String after = done ? answer.text("state") : "";
                        String expected =
                                HitTransitions.after(hidden, state, deed, party)
                                        .map(Enum::name)
                                        .orElse("");
                        if (done != allowed
                                || !after.equals(expected)
                                || (!done && !Set.of(403, 404, 409).contains(answer.status()))) {
                            wrong.add(
                                    hidden + " " + state + " " + deed + " " + party + ": "
                                            + answer);
                        }
                        cells++;
                    }
                }
            }
        }
        assertThat(cells).isEqualTo((8 + 1) * 9 * 2);
        assertThat(wrong).isEmpty();
    }

    private static Answer deed(Person person, String hit, Deed deed) {
        return switch (deed) {
            case ASK -> post(person, hit, "questions", "{}");
            case SET_ASIDE -> post(person, hit, "set-asides", "{\"words\":\"25 years older\"}");
            case CONFIRM ->
                    post(person, hit, "answers", "{\"decision\":\"CONFIRM\",\"words\":\"x\"}");
            case REFUTE ->
                    post(person, hit, "answers", "{\"decision\":\"REFUTE\",\"words\":\"x\"}");
            case ACT ->
                    post(person, hit, "actions", "{\"action\":\"SPOKEN_WITH\",\"words\":\"x\"}");
            case CLOSE ->
                    post(person, hit, "outcomes", "{\"outcome\":\"WENT_ON\",\"words\":\"x\"}");
            case SEE -> post(person, hit, "acknowledgements", "{}");
            case HAND_OVER -> post(person, hit, "handovers", "{\"note\":\"x\"}");
            case MESSAGE -> post(person, hit, "messages", "{\"words\":\"x\"}");
            case EXPIRE -> throw new AssertionError("the hub's own");
        };
    }

    /// A hit that is in this state, put there without the API.
    private static String inState(HitState state, boolean hidden) {
        Alert alert =
                world.alert(
                        owning.id(),
                        owning.code(),
                        hidden ? new Restriction.Deny(Set.of(asking.id())) : new Restriction.None(),
                        false);
        RecordedCheck check =
                world.check(
                        asking.id(),
                        hidden ? List.of() : List.of(alert),
                        hidden ? List.of(alert) : List.of());
        if (hidden) {
            return owner.get(HITS + "?limit=500")
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(item ->
                            item.path("ownerReference")
                                    .asString()
                                    .equals(HitWorld.candidate(alert).ownerReference()))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asString();
        }
        String hit = ask(check, alert, false).expect(201).text("id");
        JdbcClient sql = TestSuperuser.sql();
        sql.sql(
                        """
                        UPDATE manumit.hits
                        SET state = :state, turn = :turn,
                            outcome = CASE WHEN :state = 'CLOSED' THEN 'WENT_ON' END,
                            asked_at = CASE WHEN :state IN ('CANDIDATE', 'SET_ASIDE') THEN NULL
                                       ELSE now() END,
                            due_at = CASE WHEN :state IN ('CLOSED', 'SET_ASIDE') THEN NULL ELSE due_at END,
                            clock_from = CASE WHEN :state IN ('CLOSED', 'SET_ASIDE') THEN NULL
                                         ELSE clock_from END
                        WHERE id = :id::uuid
                        """)
                .param("state", state.name())
                .param("turn", state.turn(false, false).name())
                .param("id", hit)
                .update();
        return hit;
    }

    private static String asked(Alert alert, boolean personWaits) {
        RecordedCheck check = world.check(asking.id(), List.of(alert), List.of());
        return ask(check, alert, personWaits).expect(201).text("id");
    }

    private static Answer ask(RecordedCheck check, Alert alert, boolean personWaits) {
        return asker.post(
                HITS,
                "{\"check\":\""
                        + check.id()
                        + "\",\"alert\":\""
                        + alert.id()
                        + "\",\"personWaits\":"
                        + personWaits
                        + ",\"note\":\"Same scar.\"}");
    }

    private static Answer post(Person person, String hit, String what, String body) {
        return person.post(HITS + "/" + hit + "/" + what, body);
    }

    private static List<String> kinds(Person person, String hit) {
        return person.get(HITS + "/" + hit)
                .expect(200)
                .json()
                .path("steps")
                .valueStream()
                .map(step -> step.path("kind").asString())
                .toList();
    }

    private static long minutesLeft(String hit) {
        return java.time.Duration.between(
                        HitTime.now(),
                        java.time.Instant.parse(owner.get(HITS + "/" + hit).text("dueAt")))
                .toMinutes();
    }
}
