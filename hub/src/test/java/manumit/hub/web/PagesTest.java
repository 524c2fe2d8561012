package manumit.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.MachineTokens;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.Test;

/// Pages of a real hub, without a script.
class PagesTest {

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/members",
                    "/posts",
                    "/posts/add",
                    "/units",
                    "/units/add",
                    "/users",
                    "/users/add",
                    "/machines",
                    "/machines/add",
                    "/machines/secret",
                    "/suspensions",
                    "/roles",
                    "/health",
                    "/sessions",
                    "/components",
                    "/invitations/shown");

    /// A missing text reads as ??key_language??.
    @Test
    void everyPageOpensInEveryLanguageWithoutAMissingText() {
        Person administrator = TestHub.admit().administrator();
        administrator.postForm("/posts/add", post("Bridge", "12.5", "-3.25")).expect(302);
        List<String> wrong = new ArrayList<>();
        for (String language : Frame.LANGUAGES) {
            administrator
                    .postForm("/preferences", Map.of("language", language, "back", "/"))
                    .expect(302);
            for (String page : PAGES) {
                Answer answer = administrator.get(page);
                String body = answer.body();
                if (answer.status() != 200
                        || body.contains("??")
                        || !body.contains("lang=\"" + language + "\"")
                        || !body.contains(language.equals("ar") ? "dir=\"rtl\"" : "dir=\"ltr\"")
                        || body.split("<h1", -1).length != 2) {
                    wrong.add(language + " " + page + " " + answer.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void pageHasNoInlineScriptOrStyleAndOnlyLinksThatAnswer() {
        Person coordinator = TestHub.coordinator();
        Pattern links = Pattern.compile("(?:href|src)=\"(/[^\"#?]*)");
        Set<String> asked = new HashSet<>();
        List<String> dead = new ArrayList<>();
        for (String page : PAGES) {
            String body = coordinator.get(page).expect(200).body();
            assertThat(body).doesNotContain("style=\"", "<style", "onclick", "javascript:");
            assertThat(body).doesNotContainPattern("<script(?![^>]*src=)");
            Matcher link = links.matcher(body);
            while (link.find()) {
                if (asked.add(link.group(1)) && coordinator.get(link.group(1)).status() != 200) {
                    dead.add(page + " links to " + link.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void wrongFieldIsNamedBesideItAndAboveAndWhatWasTypedIsKept() {
        Person administrator = TestHub.admit().administrator();
        administrator.get("/posts/add").expect(200);
        String page =
                administrator
                        .postForm("/posts/add", post("Harbour \"7\"", "91", "10"))
                        .expect(400)
                        .body();
        assertThat(page)
                .contains("id=\"error-summary\"", "href=\"#latitudeDegrees\"")
                .containsPattern(
                        "id=\"latitudeDegrees\"[^>]*value=\"91\"[^>]*aria-invalid=\"true\"")
                .contains("Harbour &quot;7&quot;")
                .containsPattern("value=\"PORT\" selected");
        assertThat(administrator.get("/posts").body()).doesNotContain("Harbour");
    }

    @Test
    void halfAPlaceIsRefused() {
        Person administrator = TestHub.admit().administrator();
        String page =
                administrator.postForm("/posts/add", post("Half", "10", "")).expect(400).body();
        assertThat(page).contains("href=\"#longitudeDegrees\"");
    }

    @Test
    void nameThatExistsIsAnErrorOfItsField() {
        Person administrator = TestHub.admit().administrator();
        administrator.postForm("/units/add", Map.of("name", "North")).expect(302);
        assertThat(administrator.postForm("/units/add", Map.of("name", "North")).expect(400).body())
                .contains("href=\"#name\"", "exists already");
    }

    @Test
    void editOvertakenByAnotherShowsBothAndSavesNothing() {
        Person administrator = TestHub.admit().administrator();
        String id = administrator.post("/api/v1/units", "{\"name\":\"Old\"}").text("id");
        String edit = "/units/" + id + "/edit";
        assertThat(administrator.get(edit).expect(200).body())
                .contains("name=\"version\" value=\"1\"");
        administrator.put("/api/v1/units/" + id, "\"1\"", "{\"name\":\"Theirs\"}").expect(200);
        String conflict =
                administrator
                        .postForm(edit, Map.of("name", "Mine", "version", "1"))
                        .expect(409)
                        .body();
        assertThat(conflict).contains(">Theirs<", "value=\"Mine\"", "name=\"version\" value=\"2\"");
        assertThat(administrator.get("/api/v1/units/" + id).text("name")).isEqualTo("Theirs");
        administrator.postForm(edit, Map.of("name", "Mine", "version", "2")).expect(302);
        assertThat(administrator.get("/api/v1/units/" + id).text("name")).isEqualTo("Mine");
    }

    @Test
    void anotherMembersUnitHasNoEditPage() {
        String id =
                TestHub.admit()
                        .administrator()
                        .post("/api/v1/units", "{\"name\":\"A\"}")
                        .text("id");
        Person other = TestHub.admit().administrator();
        other.get("/units/" + id + "/edit").expect(404);
        other.postForm("/units/" + id + "/edit", Map.of("name", "B", "version", "1")).expect(404);
    }

    @Test
    void coordinatorAdmitsAMemberWhoseAdministratorEnrolsByALinkShownOnce() {
        Person coordinator = TestHub.coordinator();
        coordinator
                .postForm(
                        "/members/add",
                        Map.of(
                                "code",
                                "xzz",
                                "kind",
                                "INTERNATIONAL_BODY",
                                "name",
                                "Body of pages"))
                .expect(302);
        String home = coordinator.get("/").expect(200).body();
        assertThat(home).contains("Body of pages");
        String id =
                find(
                        "href=\"/members/([0-9a-f-]{36})\"[^>]*><bdi>Body of pages",
                        everyMember(coordinator));
        coordinator
                .postForm(
                        "/members/" + id + "/first-administrator",
                        Map.of("signInName", "pages@xzz", "displayName", "First of pages"))
                .expect(302);
        String shown = coordinator.get("/invitations/shown").expect(200).body();
        String link = find("id=\"enrolment-link\"[^>]*>([^<]+)<", shown);
        assertThat(link).startsWith(TestHub.address() + "/enrol/");
        assertThat(coordinator.get("/invitations/shown").body()).doesNotContain("/enrol/");
        Person first = Person.enrol(TestHub.address(), link.substring(TestHub.address().length()));
        first.get("/users").expect(200);
        assertThat(coordinator.get("/members/" + id).body()).contains("Body of pages");
    }

    @Test
    void userIsAddedChangedSuspendedAndRestoredOnPages() {
        TestMember member = TestHub.admit();
        Person administrator = member.administrator();
        String name = "page." + UUID.randomUUID();
        administrator
                .postForm(
                        "/users/add",
                        Map.of("signInName", name, "displayName", "Pat", "roles", "ANALYST"))
                .expect(302);
        String link =
                find(
                        "id=\"enrolment-link\"[^>]*>([^<]+)<",
                        administrator.get("/invitations/shown").body());
        Person user = Person.enrol(TestHub.address(), link.substring(TestHub.address().length()));
        String id =
                find(
                        "href=\"/users/([0-9a-f-]{36})\"[^>]*><bdi>Pat<",
                        administrator.get("/users").body());
        administrator
                .postForm(
                        "/users/" + id + "/edit",
                        Map.of("displayName", "Pat", "roles", "AUDITOR", "version", "1"))
                .expect(302);
        user.get("/users").expect(200);
        administrator
                .postForm("/suspensions/actors/add", Map.of("user", id, "reason", ""))
                .expect(400);
        administrator
                .postForm("/suspensions/actors/add", Map.of("user", id, "reason", "left"))
                .expect(302);
        user.get("/users").expect(302);
        String page = administrator.get("/users/" + id).expect(200).body();
        administrator
                .postForm(
                        find("action=\"(/suspensions/actors/[^\"]+)\"", page),
                        Map.of("version", "1"))
                .expect(302);
        user.signIn(1).get("/users").expect(200);
    }

    @Test
    void administratorKeepsTheRoleOnThePageToo() {
        TestMember member = TestHub.admit();
        Person administrator = member.administrator();
        String id = find("href=\"/users/([0-9a-f-]{36})\"", administrator.get("/users").body());
        assertThat(
                        administrator
                                .postForm(
                                        "/users/" + id + "/edit",
                                        Map.of(
                                                "displayName", "A",
                                                "roles", "ANALYST",
                                                "version", "1"))
                                .expect(400)
                                .body())
                .contains("href=\"#roles\"");
        administrator.get("/users/add").expect(200);
    }

    @Test
    void secretOfAMachineIsShownOnceAndWorks() {
        Person administrator = TestHub.admit().administrator();
        administrator
                .postForm("/machines/add", Map.of("name", "Gate", "roles", "BORDER_OFFICER"))
                .expect(302);
        String shown = administrator.get("/machines/secret").expect(200).body();
        String id = find("id=\"client-id\"[^>]*>([^<]+)<", shown);
        String secret = find("id=\"client-secret\"[^>]*>([^<]+)<", shown);
        assertThat(MachineTokens.ask(TestHub.address(), id, secret).status()).isEqualTo(200);
        assertThat(administrator.get("/machines/secret").body()).doesNotContain(secret);
        assertThat(administrator.get("/machines").body()).contains("Gate").doesNotContain(secret);
    }

    @Test
    void machineCannotCoordinateOnThePageEither() {
        Person administrator = TestHub.admit().administrator();
        assertThat(
                        administrator
                                .postForm(
                                        "/machines/add",
                                        Map.of("name", "Gate", "roles", "COORDINATOR"))
                                .expect(400)
                                .body())
                .contains("href=\"#roles\"");
    }

    @Test
    void placesAndButtonsAreThoseOfTheRights() {
        TestMember member = TestHub.admit();
        String officer = member.user(Role.BORDER_OFFICER).get("/").expect(200).body();
        assertThat(officer)
                .contains("href=\"/posts\"")
                .doesNotContain("href=\"/users\"", "href=\"/health\"");
        Person analyst = member.user(Role.ANALYST);
        assertThat(analyst.get("/units").body()).doesNotContain("/units/add");
        assertThat(member.administrator().get("/units").body()).contains("/units/add");
    }

    @Test
    void refusalAndAbsenceArePagesForPeopleAndProblemsForPrograms() {
        Person officer = TestHub.admit().user(Role.BORDER_OFFICER);
        assertThat(officer.get("/users").expect(403).body()).contains("<h1", "href=\"/posts\"");
        assertThat(officer.get("/nothing").expect(404).body()).contains("<h1");
        assertThat(officer.get("/posts/" + UUID.randomUUID()).expect(404).body()).contains("<h1");
        assertThat(officer.get("/posts/none").expect(404).body()).contains("<h1");
        assertThat(officer.get("/posts?after=x").expect(400).body()).contains("<h1");
        assertThat(officer.get("/api/v1/nothing").expect(404).contentType())
                .startsWith("application/problem+json");
    }

    /// Refused before a handler is found: the page comes from the server's own error handling.
    @Test
    void formWithoutItsTokenIsAnsweredByAPage() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(TestHub.address() + "/preferences"))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "es-MX,es;q=0.9")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("theme=dark"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("lang=\"es\"", "<h1", "No puede hacer esto");
        }
    }

    @Test
    void sessionOfAnotherDeviceIsSeenAndEnded() {
        TestMember member = TestHub.admit();
        Person here = member.user(Role.ANALYST);
        Person there = here.onAnotherDevice();
        String list = here.get("/sessions").expect(200).body();
        String end = find("action=\"(/sessions/[0-9a-f-]{36}/end)\"", list);
        here.postForm(end, Map.of()).expect(302);
        there.get("/members").expect(302);
        here.get("/members").expect(200);
        member.user(Role.ANALYST).postForm(end, Map.of()).expect(302);
    }

    @Test
    void looksAndLanguageAreKeptAndLeadBackHereOnly() {
        Person person = TestHub.admit().user(Role.ANALYST);
        person.postForm("/preferences", Map.of("theme", "dark", "back", "/members")).expect(302);
        assertThat(person.get("/members").body()).contains("data-theme=\"dark\"");
        person.postForm("/preferences", Map.of("theme", "device", "back", "/")).expect(302);
        assertThat(person.get("/members").body()).doesNotContain("data-theme=\"");
        assertThat(
                        person.postForm(
                                        "/preferences",
                                        Map.of("language", "fr", "back", "//elsewhere.example"))
                                .location())
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("elsewhere"));
    }

    @Test
    void listIsReadOnByItsButtons() {
        Person administrator = TestHub.admit().administrator();
        for (int i = 0; i < Page.DEFAULT_ITEMS + 1; i++) {
            administrator.post("/api/v1/units", "{\"name\":\"Row " + i + "\"}").expect(201);
        }
        String first = administrator.get("/units").expect(200).body();
        String next = find("href=\"(/units\\?after=[^\"]+)\"", first);
        assertThat(administrator.get(next).expect(200).body()).contains("href=\"/units\"");
    }

    private static Map<String, String> post(String name, String latitude, String longitude) {
        return Map.of(
                "name", name,
                "kind", "PORT",
                "latitudeDegrees", latitude,
                "longitudeDegrees", longitude);
    }

    private static String everyMember(Person person) {
        StringBuilder all = new StringBuilder();
        String path = "/members";
        while (true) {
            String page = person.get(path).expect(200).body();
            all.append(page);
            Matcher next = Pattern.compile("href=\"(/members\\?after=[^\"]+)\"").matcher(page);
            if (!next.find()) {
                return all.toString();
            }
            path = next.group(1);
        }
    }

    private static String find(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as("%s on %s", pattern, page).isTrue();
        return matcher.group(1);
    }
}
