package manumit.hub.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.matching.BirthDate;
import manumit.matching.Particulars;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Alerts over HTTP, as officers of two members work with them. One sentence for each rule.
@org.jspecify.annotations.NullUnmarked
class AlertsTest {

    private static final String PATH = "/api/v1/alerts";

    private static TestMember owner;
    private static Person maker;
    private static Person second;
    private static Person specialist;
    private static TestMember other;
    private static Person reader;
    private static Person third;

    @BeforeAll
    static void admit() {
        owner = TestHub.admit();
        maker = owner.user(Role.DUTY_OFFICER);
        second = owner.user(Role.DUTY_OFFICER);
        specialist = owner.user(Role.VICTIM_SPECIALIST);
        other = TestHub.admit();
        reader = other.user(Role.DUTY_OFFICER);
        third = TestHub.admit().user(Role.DUTY_OFFICER);
    }

    // R6: the quality gate.

    @Test
    void everyFieldThatIsNotAcceptedIsToldAtOnceWithWhatItAccepts() {
        Answer answer =
                maker.post(
                                PATH,
                                """
                                {"kind":"WANTED","description":{"birthDates":["2090-01-01"]},
                                 "evaluation":{"source":"Q","information":7},
                                 "reviewOn":"2060-01-01","operation":"no reference!",
                                 "restriction":{"kind":"DENY","members":["QQQ"]}}
                                """)
                        .expect(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(fields(answer))
                .containsExactlyInAnyOrder(
                        "ownerReference",
                        "handlingCode",
                        "evaluation.source",
                        "evaluation.information",
                        "legalBasis",
                        "instructions",
                        "operation",
                        "personStatus",
                        "description.names",
                        "description.birthDates",
                        "reviewOn",
                        "restriction.members");
        assertThat(answer.json().path("errors").get(0).path("accepted").asString()).isNotBlank();
    }

    @Test
    void nobodyIsASuspectByDefault() {
        Answer answer =
                maker.post(PATH, wanted("R6", "Ilze Kalnina").replace("\"SUSPECT\"", "null"))
                        .expect(400);
        assertThat(fields(answer)).containsExactly("personStatus");
    }

    @Test
    void documentIsTakenFromItsZoneAndOnlyWithCheckDigitsThatHold() {
        String zone =
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\n"
                        + "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
        Answer refused =
                maker.post(PATH, stolen("Z1", zone.replace("L898902C3", "L898902C4"))).expect(400);
        assertThat(fields(refused)).containsExactly("mrz", "description");
        // The specimen's state is of ICAO, no country: it does not say who issued it.
        Answer specimen = maker.post(PATH, stolen("Z2", zone)).expect(400);
        assertThat(fields(specimen)).containsExactly("description.documents");
    }

    @Test
    void zoneOfACountryGivesNumberAndIssuerOfTheStolenDocument() {
        String zone =
                "P<LVAVITOLA<<DACE<<<<<<<<<<<<<<<<<<<<<<<<<<<\\n"
                        + "LV47110812LVA8403021F3106224<<<<<<<<<<<<<<<0";
        Answer made = maker.post(PATH, stolen("Z3", zone)).expect(201);
        JsonNode document = made.json().path("description").path("documents").get(0);
        assertThat(document.path("number").asString()).isEqualTo("LV4711081");
        assertThat(document.path("country").asString()).isEqualTo("LV");
    }

    @Test
    void nothingIsKeptBeyondTheLimitOfItsKind() {
        String day = java.time.InstantSource.system().instant().toString().substring(0, 10);
        String inSixYears = java.time.LocalDate.parse(day).plusYears(6).toString();
        Answer person =
                maker.post(PATH, wanted("L1", "Ilze Kalnina").replace(reviewOn(), inSixYears))
                        .expect(400);
        assertThat(fields(person)).containsExactly("reviewOn");
        maker.post(
                        PATH,
                        stolen("L2", "")
                                .replace(reviewOn(), inSixYears)
                                .replace(
                                        "\"description\":{}",
                                        "\"description\":{\"documents\":[{\"type\":\"PASSPORT\","
                                                + "\"number\":\"X1234567\",\"country\":\"KE\"}]}"))
                .expect(201);
    }

    // R7: the second person.

    @Test
    void whoMadeOrProposedAnAlertDoesNotLetItCirculate() {
        Answer made = maker.post(PATH, wanted("S1", "Peteris Liepa")).expect(201);
        assertThat(made.text("state")).isEqualTo("DRAFT");
        String alert = PATH + "/" + made.text("id");
        Answer proposed =
                second.postMatching(alert + "/proposals", made.eTag().orElseThrow(), "{}")
                        .expect(200);
        assertThat(proposed.text("state")).isEqualTo("IN_REVIEW");
        maker.post(alert + "/reviews", circulate()).expect(403);
        second.post(alert + "/reviews", circulate()).expect(403);
        assertThat(
                        owner.user(Role.DUTY_OFFICER)
                                .post(alert + "/reviews", circulate())
                                .text("state"))
                .isEqualTo("CIRCULATED");
    }

    @Test
    void alertCirculatesOnlyWhenBothQuestionsAreAnsweredWithYes() {
        String alert = proposed("S2", "Peteris Ozols");
        Answer silent = second.post(alert + "/reviews", "{\"decision\":\"CIRCULATE\"}").expect(400);
        assertThat(fields(silent)).containsExactly("neutral", "rightsRespected", "refugeeFlag");
        second.post(
                        alert + "/reviews",
                        circulate().replace("\"neutral\":true", "\"neutral\":false"))
                .expect(400);
        reader.get(alert).expect(404);
        second.post(alert + "/reviews", circulate()).expect(200);
        assertThat(reader.get(alert).expect(200).text("ownerCode")).isEqualTo(owner.code());
    }

    @Test
    void refusalKeepsItsReason() {
        String alert = proposed("S3", "Peteris Berzins");
        second.post(alert + "/reviews", "{\"decision\":\"REFUSE\"}").expect(400);
        Answer refused =
                second.post(
                                alert + "/reviews",
                                "{\"decision\":\"REFUSE\",\"neutral\":false,\"reason\":\"Political\"}")
                        .expect(200);
        assertThat(refused.text("state")).isEqualTo("REFUSED");
        JsonNode version = maker.get(alert + "/versions").expect(200).json().get(0);
        assertThat(version.path("reason").asString()).isEqualTo("Political");
        assertThat(version.path("neutral").asBoolean(true)).isFalse();
        reader.get(alert).expect(404);
    }

    @Test
    void whoMayHaveFledIsKeptFromTheCountryOfTheirNationality() {
        TestHub.coordinator()
                .post(
                        "/api/v1/members",
                        "{\"code\":\"TUV\",\"kind\":\"COUNTRY\",\"name\":\"Tuvalu\"}")
                .expect(201);
        String text = wanted("S4", "Peteris Krumins").replace("[\"LV\"]", "[\"TV\"]");
        String alert = proposed(text);
        String flagged = circulate().replace("\"refugeeFlag\":false", "\"refugeeFlag\":true");
        assertThat(fields(second.post(alert + "/reviews", flagged).expect(400)))
                .containsExactly("reason");
        String reasoned = flagged.replace("}", ",\"reason\":\"Asked for protection in May.\"}");
        assertThat(fields(second.post(alert + "/reviews", reasoned).expect(400)))
                .containsExactly("restriction");
        String keptFromHome = "{\"kind\":\"DENY\",\"members\":[\"TUV\"]}";
        maker.put(alert + "/restriction", null, keptFromHome).expect(200);
        assertThat(second.post(alert + "/reviews", reasoned).expect(200).text("state"))
                .isEqualTo("CIRCULATED");
        // Nor is it opened to that country later.
        Answer opened =
                maker.put(alert + "/restriction", null, "{\"kind\":\"NONE\",\"members\":[]}")
                        .expect(400);
        assertThat(fields(opened)).containsExactly("restriction");
    }

    // R14.

    @Test
    void alertsOfASuspendedMemberAreNeitherListedNorReadUntilTheSuspensionIsLifted() {
        String alert = circulated("W1", "Gundega Sarma");
        Answer suspended =
                TestHub.coordinator()
                        .post(
                                "/api/v1/suspensions/of-members",
                                "{\"member\":\""
                                        + owner.id()
                                        + "\",\"recordType\":\"PERSON\",\"reason\":\"unanswered\"}")
                        .expect(201);
        try {
            reader.get(alert).expect(404);
            assertThat(ids(reader.get(PATH + "?name=Gundega"))).isEmpty();
        } finally {
            TestHub.coordinator()
                    .postMatching(
                            "/api/v1/suspensions/of-members/" + suspended.text("id") + "/lifting",
                            suspended.eTag().orElseThrow(),
                            "")
                    .expect(200);
        }
        assertThat(ids(reader.get(PATH + "?name=Gundega"))).hasSize(1);
        reader.get(alert).expect(200);
    }

    @Test
    void correctionGoesToTheSecondPersonAndTheOldTextCirculatesMeanwhile() {
        String alert = circulated("C1", "Dace Vitola");
        Answer before = maker.get(alert).expect(200);
        Answer changed =
                maker.put(alert, before.eTag().orElseThrow(), wanted("C1", "Dace Vitolina"))
                        .expect(200);
        assertThat(changed.text("state")).isEqualTo("CIRCULATED");
        assertThat(changed.text("correction")).isEqualTo("DRAFT");
        Answer seen = reader.get(alert).expect(200);
        assertThat(seen.body()).contains("Dace Vitola\"").doesNotContain("Vitolina");
        assertThat(seen.json().path("correction").isNull()).isTrue();
        maker.put(alert, before.eTag().orElseThrow(), wanted("C1", "X Y")).expect(412);
        maker.postMatching(alert + "/proposals", changed.eTag().orElseThrow(), "{}").expect(200);
        second.post(alert + "/reviews", circulate()).expect(200);
        assertThat(reader.get(alert).expect(200).body()).contains("Dace Vitolina");
        JsonNode versions = maker.get(alert + "/versions").expect(200).json();
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.get(1).toString()).contains("Dace Vitola\"");
        reader.get(alert + "/versions").expect(404);
    }

    // R2.

    @Test
    void restrictionActsAtOnceAndLooksLikeNothing() {
        String alert = circulated("D1", "Uldrik Zarins");
        reader.get(alert).expect(200);
        maker.put(
                        alert + "/restriction",
                        null,
                        "{\"kind\":\"DENY\",\"members\":[\"" + other.code() + "\"]}")
                .expect(200);
        Answer denied = reader.get(alert).expect(404);
        Answer none = reader.get(PATH + "/" + UUID.randomUUID()).expect(404);
        assertThat(denied.body().replaceAll("[0-9a-f-]{36}", ""))
                .isEqualTo(none.body().replaceAll("[0-9a-f-]{36}", ""));
        assertThat(reader.get(PATH + "?name=Uldrik").expect(200).json().path("items").size())
                .isZero();
        third.get(alert).expect(200);
    }

    // R17.

    @Test
    void whoIsToBeProtectedIsFoundByChecksAndListedToSpecialistsOfTheOwnerAlone(
            @TempDir Path folder) throws InterruptedException {
        try (IndexedHub process = new IndexedHub(TestHub.database(), folder, 1_000_000)) {
            maker.post(PATH, protect("P1", "Marta Silina")).expect(403);
            Answer made = specialist.post(PATH, protect("P1", "Marta Silina")).expect(201);
            String alert = PATH + "/" + made.text("id");
            maker.get(alert).expect(404);
            specialist
                    .postMatching(alert + "/proposals", made.eTag().orElseThrow(), "{}")
                    .expect(200);
            // While it waits for a second person, that person reads it.
            second.get(alert).expect(200);
            assertThat(ids(second.get(PATH + "?waiting=review"))).contains(made.text("id"));
            second.post(alert + "/reviews", circulate()).expect(200);
            for (Person person : List.of(maker, second, reader, third)) {
                person.get(alert).expect(404);
                assertThat(ids(person.get(PATH))).doesNotContain(made.text("id"));
                assertThat(ids(person.get(PATH + "?name=Marta"))).isEmpty();
            }
            assertThat(ids(specialist.get(PATH + "?own=true"))).contains(made.text("id"));
            assertThat(ids(specialist.get(PATH + "?name=Marta"))).isEmpty();
            int number = process.index.number(other.id());
            long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            while (process.candidates(traveller("Marta Silina"), number).isEmpty()
                    && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            assertThat(process.candidates(traveller("Marta Silina"), number)).hasSize(1);
        }
    }

    @Test
    void minorIsShelteredWhateverTheKind() {
        String child =
                wanted("P2", "Toms Eglitis")
                        .replace("1984-03-02", "2015-03-02")
                        .replace(reviewOn(), reviewWithin(1));
        maker.post(PATH, child).expect(403);
        assertThat(specialist.post(PATH, child).expect(201).json().path("sheltered").asBoolean())
                .isTrue();
    }

    // R9.

    @Test
    void receiversAreToldOfCorrectionAndWithdrawalAndTheOwnerSeesWhoHasNotAcknowledged() {
        String alert = circulated("N1", "Sandra Kruze");
        String id = alert.substring(PATH.length() + 1);
        assertThat(maker.get(alert + "/recipients").expect(200).json().size()).isZero();
        reader.get(alert).expect(200);
        assertThat(ids(third.get(PATH + "?name=Kruze"))).contains(id);
        JsonNode recipients = maker.get(alert + "/recipients").expect(200).json();
        assertThat(recipients.size()).as("by reading and by listing").isEqualTo(2);
        assertThat(recipients.get(0).path("what").isNull()).isTrue();

        maker.post(alert + "/withdrawals", "{}").expect(400);
        maker.post(alert + "/withdrawals", "{\"reason\":\"Found\"}").expect(200);
        reader.get(alert).expect(404);
        JsonNode notice = reader.get(PATH + "/notices").expect(200).json().path("items").get(0);
        assertThat(notice.path("alert").asString()).isEqualTo(id);
        assertThat(notice.path("what").asString()).isEqualTo("WITHDRAWN");
        assertThat(notice.path("ownerReference").asString()).isEqualTo("N1");
        reader.post(alert + "/acknowledgements", "{}").expect(200);
        reader.post(alert + "/acknowledgements", "{}").expect(404);
        JsonNode after = maker.get(alert + "/recipients").expect(200).json();
        long open = after.valueStream().filter(one -> one.path("acknowledgedAt").isNull()).count();
        assertThat(open).as("who has not").isEqualTo(1);
        assertThat(after.valueStream().map(one -> one.path("what").asString()))
                .containsOnly("WITHDRAWN");
    }

    @Test
    void receiverThatIsKeptOutLaterIsToldToDeleteAndNoMore() {
        String alert = circulated("N2", "Janis Roze");
        reader.get(alert).expect(200);
        maker.put(alert + "/restriction", null, "{\"kind\":\"ALLOW\",\"members\":[]}").expect(200);
        List<String> told = noticesAbout(alert);
        assertThat(told).containsExactly("WITHDRAWN");
        Answer now = maker.get(alert).expect(200);
        maker.send("DELETE", alert).expect(428);
        maker.with("If-Match", now.eTag().orElseThrow()).send("DELETE", alert).expect(204);
        assertThat(noticesAbout(alert)).isEqualTo(told);
        maker.get(alert).expect(404);
    }

    // R8.

    @Test
    void prolongationNeedsAReasonAndKeepsTheLimit() {
        String alert = circulated("O1", "Andris Balodis");
        String later = reviewWithin(4);
        maker.post(alert + "/prolongations", "{\"reviewOn\":\"" + later + "\"}").expect(400);
        Answer prolonged =
                maker.post(
                                alert + "/prolongations",
                                "{\"reviewOn\":\"" + later + "\",\"reason\":\"Trial in May\"}")
                        .expect(200);
        assertThat(prolonged.text("reviewOn")).isEqualTo(later);
        assertThat(prolonged.text("state")).isEqualTo("CIRCULATED");
    }

    @Test
    void sameReferenceTwiceIsRefused() {
        maker.post(PATH, wanted("U1", "Karlis Vanags")).expect(201);
        maker.post(PATH, wanted("U1", "Karlis Vanags")).expect(409);
    }

    private static List<String> noticesAbout(String alert) {
        return reader.get(PATH + "/notices?open=false&limit=500")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> alert.endsWith(one.path("alert").asString()))
                .map(one -> one.path("what").asString())
                .toList();
    }

    private static String proposed(String reference, String name) {
        return proposed(wanted(reference, name));
    }

    private static String proposed(String text) {
        Answer made = maker.post(PATH, text).expect(201);
        String alert = PATH + "/" + made.text("id");
        maker.postMatching(alert + "/proposals", made.eTag().orElseThrow(), "{}").expect(200);
        return alert;
    }

    private static String circulated(String reference, String name) {
        String alert = proposed(reference, name);
        second.post(alert + "/reviews", circulate()).expect(200);
        return alert;
    }

    static String circulate() {
        return "{\"decision\":\"CIRCULATE\",\"neutral\":true,\"rightsRespected\":true,"
                + "\"refugeeFlag\":false}";
    }

    private static String wanted(String reference, String name) {
        return alert(reference, "WANTED", "\"SUSPECT\"", description(name), reviewOn());
    }

    private static String protect(String reference, String name) {
        return alert(
                reference, "PROTECT", "\"POTENTIAL_VICTIM\"", description(name), reviewWithin(1));
    }

    private static String stolen(String reference, String zone) {
        return alert(reference, "STOLEN", "null", "{}", reviewOn())
                .replace(
                        "\"description\":{}",
                        zone.isEmpty() ? "\"description\":{}" : "\"mrz\":\"" + zone + "\"");
    }

    private static String description(String name) {
        return "{\"names\":[{\"whole\":\""
                + name
                + "\"}],\"birthDates\":[\"1984-03-02\"],\"nationalities\":[\"LV\"]}";
    }

    private static String alert(
            String reference, String kind, String status, String description, String reviewOn) {
        return String.format(
                Locale.ROOT,
                """
                {"ownerReference":"%s","kind":"%s","personStatus":%s,"description":%s,
                 "legalBasis":"an invented act","operation":"","handlingCode":"H1",
                 "evaluation":{"source":"B","information":2},"reviewOn":"%s",
                 "instructions":"Tell the owner."}
                """,
                reference,
                kind,
                status,
                description,
                reviewOn);
    }

    private static String reviewOn() {
        return reviewWithin(3);
    }

    private static String reviewWithin(int years) {
        String today = java.time.InstantSource.system().instant().toString().substring(0, 10);
        return java.time.LocalDate.parse(today).plusYears(years).minusDays(1).toString();
    }

    private static Particulars traveller(String name) {
        return Particulars.builder().name(name).birthDate(BirthDate.of(1984, 3, 2)).build();
    }

    private static List<String> fields(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(one -> one.path("field").asString())
                .toList();
    }

    private static List<String> ids(Answer page) {
        return page.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }
}
