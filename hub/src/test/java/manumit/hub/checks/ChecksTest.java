package manumit.hub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.MachineTokens;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestAlerts;
import manumit.hub.testing.TestDatabase;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.journal.JournalEntry;
import manumit.journal.JournalQuery;
import manumit.journal.JournalReader;
import manumit.journal.Outcome;
import manumit.journal.RecordReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Checks of a running hub, by HTTP.
class ChecksTest {

    private static TestMember owner;
    private static TestMember asker;
    private static TestMember denied;
    private static Person officer;

    @BeforeAll
    static void members() {
        owner = TestHub.admit();
        asker = TestHub.admit();
        denied = TestHub.admit();
        officer = asker.user(Role.BORDER_OFFICER);
    }

    @Test
    void travellerIsFoundWithReasonsAndTheOwnersInstructions() {
        String somebody = Travellers.somebody();
        UUID alert = TestAlerts.circulate(owner, "PROTECT", somebody);
        Answer answer = check(officer, somebody).expect(200);
        assertThat(answer.text("answeredFrom")).isEqualTo("CHECK");
        JsonNode candidate = answer.json().path("candidates").path(0);
        assertThat(candidate.path("alert").asString()).isEqualTo(alert.toString());
        assertThat(candidate.path("ownerCode").asString()).isEqualTo(owner.code());
        assertThat(candidate.path("band").asString()).isEqualTo("STRONG");
        assertThat(candidate.path("sheltered").asBoolean()).isTrue();
        assertThat(candidate.path("instructions").asString()).startsWith("Do not hold");
        assertThat(candidate.path("evidence").path("reasons").size()).isGreaterThan(4);
    }

    @Test
    void nobodyIsFoundForSomebodyUnknown() {
        Answer answer = check(officer, Travellers.somebody()).expect(200);
        assertThat(answer.json().path("candidates").isEmpty()).isTrue();
    }

    @Test
    void zoneIsReadAndWhatItSaysIsAnswered() {
        String zone =
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\n"
                        + "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
        Answer answer =
                officer.with("Manumit-Purpose", "border-check")
                        .post("/api/v1/checks", "{\"mrz\":\"" + zone + "\"}")
                        .expect(200);
        assertThat(answer.json().path("mrz").path("verified").asBoolean()).isTrue();
        assertThat(answer.json().path("traveller").path("birthDates").path(0).asString())
                .isEqualTo("1974-08-12");
    }

    @Test
    void unreadableZoneIsRefusedWithTheRemedy() {
        Answer answer =
                officer.with("Manumit-Purpose", "border-check")
                        .post("/api/v1/checks", "{\"mrz\":\"P<UTO\"}")
                        .expect(400);
        assertThat(answer.text("detail")).startsWith("mrz: length-unknown at line 1. Lines of");
    }

    @Test
    void checkSaysWhyItIsMade() {
        officer.post("/api/v1/checks", Travellers.question(Travellers.somebody())).expect(400);
    }

    @Test
    void checkAtAnothersPostIsRefused() {
        String post = post(owner);
        officer.with("Manumit-Purpose", "border-check")
                .post(
                        "/api/v1/checks",
                        "{\"post\":\"" + post + "\",\"traveller\":" + Travellers.somebody() + "}")
                .expect(400);
        String own = post(asker);
        officer.with("Manumit-Purpose", "border-check")
                .post(
                        "/api/v1/checks",
                        "{\"post\":\"" + own + "\",\"traveller\":" + Travellers.somebody() + "}")
                .expect(200);
    }

    /// R3: same answer as without the alert, nothing in the own journal, nothing stored.
    @Test
    void hiddenCandidateShowsNowhere() {
        String somebody = Travellers.somebody();
        UUID alert = TestAlerts.circulate(owner, "WANTED", somebody, denied);
        Person kept = denied.user(Role.DUTY_OFFICER, Role.AUDITOR);
        Answer answer = check(kept, somebody).expect(200);
        assertThat(answer.json().path("candidates").isEmpty()).isTrue();
        String id = answer.text("id");
        assertThat(kept.get("/api/v1/checks/" + id).expect(200).body())
                .doesNotContain(alert.toString());
        List<JournalEntry> entries = entriesAbout("check", id);
        assertThat(entries.getFirst().act().outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(entriesAbout("alert", alert.toString())).isEmpty();
        assertThat(kept.get("/api/v1/journal/entries").expect(200).body())
                .doesNotContain(alert.toString());
        assertThat(
                        count(
                                "SELECT count(*) FROM manumit.check_candidates WHERE check_id = '"
                                        + id
                                        + "'"))
                .isZero();
        assertThat(check(officer, somebody).json().path("candidates").size()).isEqualTo(1);
    }

    /// R9: the owner reads in its journal who received the record.
    @Test
    void disclosureNamesTheAlertForItsOwner() {
        String somebody = Travellers.somebody();
        UUID alert = TestAlerts.circulate(owner, "WANTED", somebody);
        Answer answer = check(officer, somebody).expect(200);
        List<JournalEntry> entries = entriesAbout("alert", alert.toString());
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().act().record())
                .isEqualTo(new RecordReference(owner.id().toString(), "alert", alert.toString()));
        assertThat(entries.getFirst().act().actor().member()).isEqualTo(asker.id().toString());
        assertThat(entries.getFirst().sequence())
                .isGreaterThan(Long.parseLong(answer.text("journalEntry")));
    }

    @Test
    void entryIsInTheJournalWhenTheAnswerArrives() {
        Answer answer = check(officer, Travellers.somebody()).expect(200);
        long number = answer.json().path("journalEntry").asLong();
        JournalEntry entry = entriesAbout("check", answer.text("id")).getFirst();
        assertThat(entry.sequence()).isEqualTo(number);
        assertThat(entry.act().action()).isEqualTo("checks.check");
        assertThat(entry.act().purpose()).isEqualTo("border-check");
        assertThat(entry.act().subjects()).hasSize(2);
    }

    @Test
    void sameQuestionWithTheSameKeyIsAnsweredFromWhatIsStoredAndCountedOnce() {
        String question = Travellers.question(Travellers.somebody());
        String key = UUID.randomUUID().toString();
        Answer first = keyed(officer, key, question).expect(200);
        Answer second = keyed(officer, key, question).expect(200);
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(second.text("journalEntry")).isEqualTo(first.text("journalEntry"));
        assertThat(second.text("answeredFrom")).isEqualTo("JOURNAL");
        assertThat(
                        entriesAbout("check", first.text("id")).stream()
                                .map(entry -> entry.act().action()))
                .containsExactly("checks.check", "checks.repeat");
    }

    @Test
    void anotherQuestionUnderTheSameKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        keyed(officer, key, Travellers.question(Travellers.somebody())).expect(200);
        keyed(officer, key, Travellers.question(Travellers.somebody())).expect(409);
        Person elsewhere = owner.user(Role.BORDER_OFFICER);
        keyed(elsewhere, key, Travellers.question(Travellers.somebody())).expect(200);
    }

    @Test
    void equalQuestionsThatArriveAtOnceAreRecordedOnce() throws Exception {
        String question = Travellers.question(Travellers.somebody());
        String key = UUID.randomUUID().toString();
        List<Future<Answer>> asked = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            String token = token(asker);
            for (int i = 0; i < 16; i++) {
                Person device = new Person(TestHub.address()).withToken(token);
                asked.add(many.submit(() -> keyed(device, key, question)));
            }
        }
        Set<String> ids =
                asked.stream()
                        .map(ChecksTest::result)
                        .map(answer -> answer.expect(200).text("id"))
                        .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(
                        count(
                                "SELECT count(*) FROM manumit.checks WHERE idempotency_key = '"
                                        + key
                                        + "'"))
                .isEqualTo(1);
    }

    /// A repeat tells only what the member may know of now.
    @Test
    void repeatDoesNotTellOfAnAlertThatWasDeletedSince() {
        String somebody = Travellers.somebody();
        UUID alert = TestAlerts.circulate(owner, "WANTED", somebody);
        String key = UUID.randomUUID().toString();
        assertThat(keyed(officer, key, Travellers.question(somebody)).json().path("candidates"))
                .hasSize(1);
        TestAlerts.delete(alert);
        assertThat(keyed(officer, key, Travellers.question(somebody)).json().path("candidates"))
                .isEmpty();
    }

    @Test
    void candidateIsSetAsideWithAReason() {
        String somebody = Travellers.somebody();
        UUID alert = TestAlerts.circulate(owner, "WANTED", somebody);
        String id = check(officer, somebody).expect(200).text("id");
        String verdict =
                "{\"alert\":\""
                        + alert
                        + "\",\"verdict\":\"NOT_THIS_PERSON\",\"reason\":\"another face\"}";
        officer.post("/api/v1/checks/" + id + "/verdicts", verdict).expect(200);
        assertThat(
                        officer.get("/api/v1/checks/" + id)
                                .json()
                                .path("verdicts")
                                .path(0)
                                .path("reason")
                                .asString())
                .isEqualTo("another face");
        owner.user(Role.BORDER_OFFICER)
                .post("/api/v1/checks/" + id + "/verdicts", verdict)
                .expect(404);
    }

    @Test
    void checkOfAnotherMemberIsNotThere() {
        String id = check(officer, Travellers.somebody()).expect(200).text("id");
        owner.user(Role.DUTY_OFFICER).get("/api/v1/checks/" + id).expect(404);
    }

    @Test
    void zeroByteInANameIsRefusedAndHarmsNobodyElse() {
        String bad = "{\"traveller\":{\"names\":[{\"whole\":\"Ama\\u0000 Nul\"}]}}";
        officer.with("Manumit-Purpose", "border-check").post("/api/v1/checks", bad).expect(400);
        check(officer, Travellers.somebody()).expect(200);
    }

    private static Answer check(Person person, String description) {
        return person.with("Manumit-Purpose", "border-check")
                .with("Manumit-Operation", "lantern")
                .post("/api/v1/checks", Travellers.question(description));
    }

    private static Answer keyed(Person person, String key, String question) {
        return person.with("Manumit-Purpose", "border-check")
                .with("Idempotency-Key", key)
                .post("/api/v1/checks", question);
    }

    private static String post(TestMember member) {
        return member.administrator()
                .post(
                        "/api/v1/posts",
                        "{\"name\":\"Gate " + UUID.randomUUID() + "\",\"kind\":\"AIRPORT\"}")
                .expect(201)
                .text("id");
    }

    /// Of a machine that checks.
    static String token(TestMember member) {
        Answer made =
                member.administrator()
                        .post(
                                "/api/v1/machines",
                                "{\"name\":\"Gate "
                                        + UUID.randomUUID()
                                        + "\",\"roles\":[\"BORDER_OFFICER\"]}")
                        .expect(201);
        return MachineTokens.ask(TestHub.address(), made.text("id"), made.text("clientSecret"))
                .expect(200)
                .text("access_token");
    }

    private static Answer result(Future<Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<JournalEntry> entriesAbout(String type, String id) {
        try (Connection connection = TestDatabase.superuser(TestHub.database());
                var sql = connection.createStatement()) {
            sql.execute("SET ROLE manumit_journal");
            return new JournalReader(connection)
                    .list(JournalQuery.all().withRecord(type, id))
                    .reversed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long count(String query) {
        try (Connection connection = TestDatabase.superuser(TestHub.database());
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
