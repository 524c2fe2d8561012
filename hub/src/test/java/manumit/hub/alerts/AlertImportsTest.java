package manumit.hub.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Lists and own alerts, many at once.
@org.jspecify.annotations.NullUnmarked
class AlertImportsTest {

    private static final String IMPORT = "/api/v1/alerts/import";
    private static final String TERMS =
            IMPORT + "?list=invented&legalBasis=an+invented+act&instructions=Tell+the+owner.";

    private Person officer;
    private Person reader;

    @BeforeEach
    void admit() {
        TestMember owner = TestHub.admit();
        officer = owner.user(Role.DUTY_OFFICER);
        reader = TestHub.admit().user(Role.DUTY_OFFICER);
    }

    @Test
    void publishedListCirculatesAndComingAgainChangesOnlyWhatChanged() {
        String list =
                """
                id,name,birth_date,nationality
                1,Janis Abols,1970-01-01,LV
                2,Grace Achieng,1980-02-30,KE
                3,,1990-01-01,KE
                4,Nabil Sayegh,1991-05-06,LB
                """;
        JsonNode first = take(TERMS, list);
        assertThat(first.path("added").asInt()).isEqualTo(3);
        assertThat(first.path("rejectsByCode").path("name-missing").asInt()).isEqualTo(1);
        JsonNode unreadable = reject(first, "birth-date-unreadable");
        assertThat(unreadable.path("line").asInt()).isEqualTo(3);
        assertThat(unreadable.path("field").asString()).isEqualTo("birth_date");
        assertThat(unreadable.path("remedy").asString()).contains("1964-02-17");
        JsonNode found = reader.get("/api/v1/alerts?name=Sayegh").expect(200).json();
        assertThat(found.path("items").get(0).path("kind").asString()).isEqualTo("PUBLISHED");

        JsonNode again = take(TERMS, list);
        assertThat(again.path("unchanged").asInt()).isEqualTo(3);
        assertThat(again.path("added").asInt() + again.path("changed").asInt()).isZero();

        JsonNode less =
                take(
                        TERMS + "&withdrawMissing=true",
                        """
                        id,name,birth_date,nationality
                        1,Janis Abols,1971-01-01,LV
                        2,Grace Achieng,,KE
                        """);
        assertThat(less.path("changed").asInt()).isEqualTo(1);
        assertThat(less.path("unchanged").asInt()).isEqualTo(1);
        assertThat(less.path("withdrawn").asInt()).isEqualTo(1);
        assertThat(reader.get("/api/v1/alerts?name=Sayegh").expect(200).json().path("items").size())
                .isZero();
        JsonNode notice = reader.get("/api/v1/alerts/notices").expect(200).json().path("items");
        assertThat(notice.get(0).path("what").asString()).isEqualTo("WITHDRAWN");
        String changed =
                officer.get("/api/v1/alerts?own=true&name=Abols")
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();
        JsonNode versions =
                officer.get("/api/v1/alerts/" + changed + "/versions").expect(200).json();
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.get(0).path("decision").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void ownAlertsComeAsDraftsWithRejectsByLineAndField() {
        String good = draft("I1", "Janis Abols");
        String file =
                good
                        + "\n{broken\n"
                        + draft("I2", "Ilze Abola").replace("\"SUSPECT\"", "null")
                        + "\n";
        JsonNode first = take(IMPORT, file);
        assertThat(first.path("added").asInt()).isEqualTo(1);
        assertThat(reject(first, "json-broken").path("line").asInt()).isEqualTo(2);
        assertThat(reject(first, "field-not-accepted").path("line").asInt()).isEqualTo(3);
        assertThat(reject(first, "field-not-accepted").path("field").asString())
                .isEqualTo("personStatus");
        assertThat(take(IMPORT, good).path("unchanged").asInt()).isEqualTo(1);
        assertThat(take(IMPORT, draft("I1", "Janis Abolins")).path("changed").asInt()).isEqualTo(1);
        JsonNode own = officer.get("/api/v1/alerts?own=true").expect(200).json().path("items");
        assertThat(own.size()).isEqualTo(1);
        assertThat(own.get(0).path("state").asString()).isEqualTo("DRAFT");
    }

    @Test
    void whatIsNoListIsRefusedWithoutRepeatingIt() {
        Answer answer = officer.post(TERMS, "Peter Secret;;;").expect(400);
        assertThat(answer.body()).contains("docs/lists.md").doesNotContain("Secret");
        officer.post(IMPORT + "?list=invented", "id,name\n").expect(400);
    }

    private JsonNode take(String path, String body) {
        return officer.post(path, body).expect(200).json();
    }

    private static JsonNode reject(JsonNode result, String code) {
        return result.path("rejects")
                .valueStream()
                .filter(one -> one.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String draft(String reference, String name) {
        return "{\"ownerReference\":\""
                + reference
                + "\",\"kind\":\"WANTED\",\"personStatus\":\"SUSPECT\",\"description\":{\"names\":"
                + "[{\"whole\":\""
                + name
                + "\"}],\"birthDates\":[\"1984\"]},\"legalBasis\":\"an act\",\"handlingCode\":"
                + "\"H1\",\"evaluation\":{\"source\":\"B\",\"information\":2},\"reviewOn\":\""
                + AlertWorld.today().plusYears(2)
                + "\",\"instructions\":\"Tell the owner.\"}";
    }
}
