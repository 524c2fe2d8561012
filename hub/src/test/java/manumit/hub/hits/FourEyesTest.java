package manumit.hub.hits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import manumit.hub.access.Role;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.hits.HitWorld.Alert;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A member that wants two people to agree before an answer is sent.
@org.jspecify.annotations.NullUnmarked
class FourEyesTest {

    private static final String HITS = "/api/v1/hits";
    private static final String YES = "{\"decision\":\"CONFIRM\",\"words\":\"By photograph.\"}";
    private static HitWorld world;
    private static TestMember owning;
    private static Person first;
    private static Person second;
    private static TestMember asking;
    private static Person asker;

    @BeforeAll
    static void admit() {
        world = HitWorld.ofTestHub();
        owning = TestHub.admit();
        asking = TestHub.admit();
        Person administrator = owning.administrator();
        administrator.get("/hit-settings").expect(200);
        administrator
                .postForm(
                        "/hit-settings",
                        Map.of("version", "0", "fourEyes", "true", "address", "", "secret", ""))
                .expect(302);
        first = owning.user(Role.DUTY_OFFICER);
        second = owning.user(Role.DUTY_OFFICER);
        asker = asking.user(Role.DUTY_OFFICER);
    }

    @Test
    void answerWaitsForASecondPersonAndTheAskerSeesNothingOfIt() {
        String hit = asked();
        post(first, hit, "answers", YES).expect(200);
        Answer seen = asker.get(HITS + "/" + hit).expect(200);
        assertThat(seen.text("state")).isEqualTo("ASKED");
        assertThat(seen.body()).doesNotContain("By photograph", "ANSWER_PROPOSED");
        post(second, hit, "second-opinions", "{\"agree\":true}").expect(200);
        Answer sent = asker.get(HITS + "/" + hit).expect(200);
        assertThat(sent.text("state")).isEqualTo("CONFIRMED");
        assertThat(sent.json().path("answer").path("words").asString()).isEqualTo("By photograph.");
        assertThat(sent.json().path("answer").path("second").asString()).isNotEmpty();
    }

    @Test
    void nobodyIsTheirOwnSecondPerson() {
        String hit = asked();
        post(first, hit, "answers", YES).expect(200);
        post(first, hit, "second-opinions", "{\"agree\":true}").expect(403);
        post(first, hit, "answers", YES).expect(409);
        post(asker, hit, "second-opinions", "{\"agree\":true}").expect(409);
        assertThat(asker.get(HITS + "/" + hit).text("state")).isEqualTo("ASKED");
    }

    @Test
    void secondPersonWhoDoesNotAgreeSaysWhyAndAnotherAnswerCanBeProposed() {
        String hit = asked();
        post(first, hit, "answers", YES).expect(200);
        post(second, hit, "second-opinions", "{\"agree\":false}").expect(400);
        post(second, hit, "second-opinions", "{\"agree\":false,\"words\":\"The ear differs.\"}")
                .expect(200);
        post(second, hit, "second-opinions", "{\"agree\":true}").expect(409);
        assertThat(asker.get(HITS + "/" + hit).body()).doesNotContain("The ear differs.");
        post(second, hit, "answers", "{\"decision\":\"REFUTE\",\"words\":\"Other ear.\"}")
                .expect(200);
        post(first, hit, "second-opinions", "{\"agree\":true,\"words\":\"Yes.\"}").expect(200);
        assertThat(asker.get(HITS + "/" + hit).text("state")).isEqualTo("REFUTED");
    }

    @Test
    void settingsAreTheMemberAdministratorsAlone() {
        first.get("/hit-settings").expect(403);
        Answer overtaken =
                owning.administrator()
                        .postForm(
                                "/hit-settings",
                                Map.of("version", "0", "address", "", "secret", ""));
        overtaken.expect(409);
    }

    private static String asked() {
        Alert alert = world.alert(owning);
        RecordedCheck check = world.check(asking.id(), List.of(alert), List.of());
        return asker.post(
                        HITS, "{\"check\":\"" + check.id() + "\",\"alert\":\"" + alert.id() + "\"}")
                .expect(201)
                .text("id");
    }

    private static Answer post(Person person, String hit, String what, String body) {
        return person.post(HITS + "/" + hit + "/" + what, body);
    }
}
