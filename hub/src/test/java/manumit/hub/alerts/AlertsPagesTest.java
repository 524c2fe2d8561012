package manumit.hub.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pages of alerts, without a script.
@org.jspecify.annotations.NullUnmarked
class AlertsPagesTest {

    private Person maker;
    private Person second;
    private Person reader;

    @BeforeEach
    void admit() {
        TestMember owner = TestHub.admit();
        maker = owner.user(Role.DUTY_OFFICER, Role.VICTIM_SPECIALIST);
        second = owner.user(Role.DUTY_OFFICER);
        reader = TestHub.admit().user(Role.DUTY_OFFICER);
    }

    @Test
    void everyPageOfAnAlertOpensInEveryLanguageWithoutAMissingText() {
        String alert = circulated("W1", "Kalnins, Janis");
        reader.get(alert).expect(200);
        maker.postForm(alert + "/edit", corrected(alert, "Kalnietis, Janis")).expect(302);
        for (String language : List.of("en", "fr", "es", "ar")) {
            for (Person person : List.of(maker, second)) {
                person.postForm("/preferences", Map.of("language", language, "back", "/"))
                        .expect(302);
            }
            for (String page :
                    List.of(
                            "/alerts",
                            "/alerts?name=Kaln&state=CIRCULATED",
                            "/alerts/add",
                            "/alerts/import",
                            "/alerts/notices",
                            "/protection",
                            "/",
                            alert,
                            alert + "/edit",
                            alert + "/restriction",
                            alert + "/ending")) {
                assertThat(maker.get(page).expect(200).body())
                        .as(language + " " + page)
                        .doesNotContain("??")
                        .containsOnlyOnce("<h1");
            }
            assertThat(maker.postForm("/alerts/add", Map.of("kind", "WANTED")).expect(400).body())
                    .as(language)
                    .doesNotContain("??")
                    .contains("href=\"#personStatus\"", "href=\"#reviewOn\"");
        }
        propose(alert);
        assertThat(second.get(alert + "/review").expect(200).body()).doesNotContain("??");
        assertThat(
                        second.postForm(
                                        alert + "/review",
                                        version(
                                                second,
                                                alert + "/review",
                                                Map.of("decision", "CIRCULATE")))
                                .expect(400)
                                .body())
                .doesNotContain("??")
                .contains("href=\"#neutral\"", "href=\"#refugeeFlag\"");
    }

    @Test
    void alertIsMadeLookedAtAndWithdrawnAndItsReceiverIsTold() {
        String alert = circulated("W2", "Vitols, Andris");
        assertThat(reader.get("/alerts?name=Vitols").expect(200).body()).contains(alert);
        assertThat(reader.get(alert).expect(200).body())
                .contains("Tell the owner.")
                .doesNotContain("/edit", "/withdrawal");
        maker.postForm(
                        alert + "/withdrawal",
                        version(maker, alert + "/ending", Map.of("reason", "Found")))
                .expect(302);
        reader.get(alert).expect(404);
        assertThat(reader.get("/").expect(200).body()).contains("/alerts/notices");
        assertThat(reader.get("/alerts/notices").expect(200).body()).contains("W2");
        reader.postForm(alert + "/acknowledgement", Map.of()).expect(302);
        assertThat(reader.get("/alerts/notices").expect(200).body()).doesNotContain("W2");
        assertThat(maker.get(alert).expect(200).body()).contains("Found");
    }

    @Test
    void whoMadeItIsRefusedAsSecondPerson() {
        String alert = made("W3", "Zarins, Uldis", "WANTED", "SUSPECT");
        propose(alert);
        assertThat(maker.get(alert).expect(200).body()).doesNotContain(alert + "/review");
        assertThat(second.get(alert).expect(200).body()).contains(alert + "/review");
        maker.postForm(alert + "/review", answers(maker, alert)).expect(403);
        second.postForm(alert + "/review", answers(second, alert)).expect(302);
    }

    @Test
    void whoIsToBeProtectedStandsOnThePageOfSpecialistsAlone() {
        String alert = made("W4", "Silina, Marta", "PROTECT", "POTENTIAL_VICTIM");
        assertThat(maker.get("/protection").expect(200).body()).contains(alert);
        assertThat(maker.get("/alerts").expect(200).body()).doesNotContain(alert);
        second.get("/protection").expect(403);
        second.get(alert).expect(404);
        assertThat(second.get("/alerts").expect(200).body()).doesNotContain(alert);
        reader.get(alert).expect(404);
    }

    @Test
    void correctionKeepsWhatTheFormWasFilledWith() {
        String alert = made("W5", "Berzins, Peteris", "WANTED", "SUSPECT");
        maker.postForm(alert + "/edit", corrected(alert, "Berzins, Peteris")).expect(302);
        String id = alert.substring("/alerts/".length());
        String versions = maker.get("/api/v1/alerts/" + id + "/versions").expect(200).body();
        var texts = new tools.jackson.databind.json.JsonMapper().readTree(versions);
        assertThat(texts.size()).isEqualTo(2);
        assertThat(texts.get(0).path("text")).isEqualTo(texts.get(1).path("text"));
    }

    private String circulated(String reference, String name) {
        String alert = made(reference, name, "WANTED", "SUSPECT");
        propose(alert);
        second.postForm(alert + "/review", answers(second, alert)).expect(302);
        return alert;
    }

    private String made(String reference, String name, String kind, String status) {
        maker.get("/alerts/add").expect(200);
        Answer made = maker.postForm("/alerts/add", form(reference, name, kind, status));
        return made.expect(302).location().orElseThrow().replaceAll("^https?://[^/]+", "");
    }

    private void propose(String alert) {
        maker.postForm(alert + "/proposal", version(maker, alert, Map.of())).expect(302);
    }

    private static Map<String, String> answers(Person person, String alert) {
        return version(
                person,
                alert + "/review",
                Map.of(
                        "decision",
                        "CIRCULATE",
                        "neutral",
                        "yes",
                        "rightsRespected",
                        "yes",
                        "refugeeFlag",
                        "no"));
    }

    private Map<String, String> corrected(String alert, String name) {
        return version(maker, alert + "/edit", form("", name, "WANTED", "SUSPECT"));
    }

    /// The version that the page shows, with more fields.
    private static Map<String, String> version(
            Person person, String page, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        java.util.regex.Matcher version =
                java.util.regex.Pattern.compile("name=\"version\" value=\"([0-9]+)\"")
                        .matcher(person.get(page).expect(200).body());
        assertThat(version.find()).isTrue();
        fields.put("version", version.group(1));
        if (fields.containsKey("ownerReference")) {
            fields.remove("ownerReference");
        }
        return fields;
    }

    private static Map<String, String> form(
            String reference, String name, String kind, String status) {
        Map<String, String> form =
                new LinkedHashMap<>(
                        Map.of(
                                "ownerReference", reference,
                                "kind", kind,
                                "personStatus", status,
                                "names", name,
                                "birthDates", "1984-03-02",
                                "nationalities", "LVA; KEN",
                                "documents", "X1234567, LVA, passport",
                                "instructions", "Tell the owner.",
                                "legalBasis", "an invented act",
                                "handlingCode", "H1"));
        form.put("source", "B");
        form.put("information", "2");
        form.put("reviewOn", AlertWorld.today().plusYears(1).toString());
        form.put("restrictionKind", "NONE");
        assertThat(form.keySet()).containsAll(Set.of("kind", "source"));
        return form;
    }
}
