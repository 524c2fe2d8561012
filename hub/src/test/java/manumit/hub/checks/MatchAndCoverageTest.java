package manumit.hub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestAlerts;
import manumit.hub.testing.TestDatabase;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The match API of other clients, and how much is checked where.
class MatchAndCoverageTest {

    private static TestMember owner;
    private static TestMember asker;
    private static Person machine;

    @BeforeAll
    static void members() {
        owner = TestHub.admit();
        asker = TestHub.admit();
        machine = new Person(TestHub.address()).withToken(ChecksTest.token(asker));
    }

    @Test
    void entitiesAreMatchedAndEachIsACheckInTheJournal() {
        UUID alert =
                TestAlerts.circulate(
                        owner,
                        "WANTED",
                        Travellers.described("Tovalis KERENDAU", "1979-05-17", "K7712031"));
        Answer answer =
                machine.post(
                                "/match/default?limit=3",
                                """
                                {"queries": {
                                  "one": {"schema": "Person", "properties": {
                                    "name": ["Kerendau Tovalis"], "birthDate": ["1979-05-17"],
                                    "nationality": ["gh"], "topics": ["sanction"]}},
                                  "two": {"schema": "Person", "properties": {
                                    "firstName": ["Nobody"], "lastName": ["Ofthelist"]}},
                                  "three": {"schema": "Person", "properties": {
                                    "name": ["A B"], "birthDate": ["soon"]}}},
                                 "params": {}}
                                """)
                        .expect(200);
        JsonNode responses = answer.json().path("responses");
        JsonNode first = responses.path("one").path("results").path(0);
        assertThat(first.path("id").asString()).isEqualTo(alert.toString());
        assertThat(first.path("match").asBoolean()).isTrue();
        assertThat(first.path("score").asDouble()).isBetween(0.7, 1.0);
        assertThat(first.path("features").path("birth_date").asDouble()).isPositive();
        assertThat(first.path("datasets").path(0).asString())
                .isEqualTo(owner.code().toLowerCase(java.util.Locale.ROOT));
        assertThat(responses.path("two").path("results").isEmpty()).isTrue();
        assertThat(responses.path("three").path("status").asInt()).isEqualTo(400);
        assertThat(ChecksTest.entriesAbout("alert", alert.toString())).hasSize(1);
        assertThat(
                        ChecksTest.count(
                                "SELECT count(*) FROM manumit.checks WHERE member = '"
                                        + asker.id()
                                        + "'"))
                .isEqualTo(2);
    }

    @Test
    void datasetIsAMemberOrNothing() {
        machine.post(
                        "/match/none",
                        "{\"queries\":{\"a\":{\"schema\":\"Person\",\"properties\":{}}}}")
                .expect(404);
        machine.post("/match/default", "{\"queries\":{}}").expect(400);
        machine.post("/match/default", "{\"queries\":{\"a\":null}}").expect(400);
        new Person(TestHub.address()).post("/match/default", "{}").expect(403);
    }

    @Test
    void postThatFellSilentIsADutyAndChecksEndIt() {
        TestMember member = TestHub.admit();
        Person officer = member.user(Role.DUTY_OFFICER);
        String post =
                member.administrator()
                        .post("/api/v1/posts", "{\"name\":\"Lighthouse pier\",\"kind\":\"PORT\"}")
                        .expect(201)
                        .text("id");
        assertThat(state(officer)).isEqualTo("NEVER");
        String counts =
                "INSERT INTO manumit.check_counts (member, post, hour, checks, last_at) SELECT '"
                        + member.id()
                        + "', '"
                        + post
                        + "', date_trunc('hour', now()) - day * interval '1 day' - interval '3 h', 40,"
                        + " now() - day * interval '1 day' - interval '3 h'"
                        + " FROM generate_series(0, 6) AS day";
        execute(counts);
        assertThat(state(officer)).isIn("SILENT", "QUIET");
        execute(
                counts.replace("interval '3 h', 40", "interval '1 h', 40")
                        .replace("generate_series(0, 6)", "generate_series(1, 6)"));
        assertThat(state(officer)).isEqualTo("SILENT");
        assertThat(officer.get("/").body()).contains("Post silent: Lighthouse pier");
        officer.with("Manumit-Purpose", "border-check")
                .post(
                        "/api/v1/checks",
                        "{\"post\":\"" + post + "\",\"traveller\":" + Travellers.somebody() + "}")
                .expect(200);
        assertThat(state(officer)).isEqualTo("ACTIVE");
        assertThat(officer.get("/").body()).doesNotContain("Post silent");
        assertThat(officer.get("/coverage").expect(200).body()).contains("Lighthouse pier");
    }

    private static void execute(String change) {
        try (Connection connection = TestDatabase.superuser(TestHub.database());
                Statement sql = connection.createStatement()) {
            sql.execute(change);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(Person officer) {
        return officer.get("/api/v1/coverage").expect(200).json().path(0).path("state").asString();
    }
}
