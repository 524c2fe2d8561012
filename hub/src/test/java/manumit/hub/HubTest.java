package manumit.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import manumit.hub.access.Role;
import manumit.hub.database.HubStartException;
import manumit.hub.testing.Answer;
import manumit.hub.testing.MachineTokens;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestDatabase;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real hub on a real database, used as people and machines use it.
class HubTest {

    @TempDir Path folder;

    @Test
    void firstAdministratorAdmitsAMemberWhoseAdministratorMakesUsersAndPosts() {
        TestMember member = TestHub.admit();
        Answer post =
                member.administrator()
                        .post(
                                "/api/v1/posts",
                                """
                                {"name": "Bridge", "kind": "BORDER_POINT",
                                 "latitudeDegrees": 12.5, "longitudeDegrees": -3.25}
                                """)
                        .expect(201);
        assertThat(post.text("member")).isEqualTo(member.id().toString());
        Person officer = member.user(Role.BORDER_OFFICER);
        assertThat(officer.get("/api/v1/posts/" + post.text("id")).expect(200).body())
                .isEqualTo(post.body());
    }

    @Test
    void nobodyGetsAnythingWithoutSigningIn() {
        Person stranger = new Person(TestHub.address());
        Answer api = stranger.get("/api/v1/members").expect(401);
        assertThat(api.contentType()).startsWith("application/problem+json");
        assertThat(api.text("code")).isEqualTo("NOT_SIGNED_IN");
        stranger.get("/").expect(302);
        stranger.get("/api/v1/openapi").expect(401);
        stranger.get("/nothing").expect(302);
    }

    @Test
    void lockedRoleIsAnsweredWithAProblem() {
        Person officer = TestHub.admit().user(Role.BORDER_OFFICER);
        Answer refused = officer.get("/api/v1/users").expect(403);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.text("code")).isEqualTo("NOT_ALLOWED");
    }

    @Test
    void coordinatorNamesOnlyTheFirstUserOfAMember() {
        TestMember member = TestHub.admit();
        TestHub.coordinator()
                .post(
                        "/api/v1/users/first-administrators",
                        "{\"member\":\""
                                + member.id()
                                + "\",\"signInName\":\"second.one\",\"displayName\":\"Second\"}")
                .expect(403);
    }

    @Test
    void coordinatorSeesNoUserOfAnotherMember() {
        TestMember member = TestHub.admit();
        assertThat(TestHub.coordinator().get("/api/v1/users").expect(200).body())
                .doesNotContain(member.id().toString());
    }

    @Test
    void changeFromAnOldVersionIsRefused() {
        Person administrator = TestHub.admit().administrator();
        Answer made = administrator.post("/api/v1/units", "{\"name\":\"A\"}").expect(201);
        String path = "/api/v1/units/" + made.text("id");
        String eTag = made.eTag().orElseThrow();
        administrator.put(path, null, "{\"name\":\"B\"}").expect(428);
        administrator.put(path, eTag, "{\"name\":\"B\"}").expect(200);
        administrator.put(path, eTag, "{\"name\":\"C\"}").expect(412);
        assertThat(administrator.get(path).text("name")).isEqualTo("B");
    }

    @Test
    void anotherMembersUnitCannotBeChanged() {
        Answer made =
                TestHub.admit()
                        .administrator()
                        .post("/api/v1/units", "{\"name\":\"A\"}")
                        .expect(201);
        TestHub.admit()
                .administrator()
                .put("/api/v1/units/" + made.text("id"), "\"1\"", "{\"name\":\"B\"}")
                .expect(404);
    }

    @Test
    void listsAreReadInPartsWithoutLossOrRepeat() {
        Person administrator = TestHub.admit().administrator();
        for (int i = 0; i < 5; i++) {
            administrator.post("/api/v1/units", "{\"name\":\"U" + i + "\"}").expect(201);
        }
        String whole = administrator.get("/api/v1/units?limit=500").expect(200).body();
        StringBuilder parts = new StringBuilder();
        String after = "";
        do {
            Answer part = administrator.get("/api/v1/units?limit=2" + after).expect(200);
            part.json().path("items").forEach(item -> parts.append(item).append('\n'));
            after = part.json().path("next").isNull() ? "" : "&after=" + part.text("next");
        } while (!after.isEmpty());
        StringBuilder expected = new StringBuilder();
        administrator
                .get("/api/v1/units?limit=500")
                .json()
                .path("items")
                .forEach(item -> expected.append(item).append('\n'));
        assertThat(whole).contains("\"next\":null");
        assertThat(parts.toString()).isEqualTo(expected.toString());
        administrator.get("/api/v1/units?after=x").expect(400);
        administrator.get("/api/v1/units?limit=0").expect(400);
    }

    @Test
    void wrongFieldIsNamedWithoutItsValue() {
        Person administrator = TestHub.admit().administrator();
        Answer refused =
                administrator
                        .post(
                                "/api/v1/posts",
                                "{\"name\":\"P\",\"kind\":\"PORT\",\"latitudeDegrees\":91.7531}")
                        .expect(400);
        assertThat(refused.body()).contains("latitudeDegrees").doesNotContain("91.7531");
        administrator.post("/api/v1/units", "{\"name\":").expect(400);
        administrator.post("/api/v1/units", "{\"name\":\"A\",\"unknown\":1}").expect(400);
        TestHub.coordinator()
                .post("/api/v1/members", "{\"code\":\"ZZZ\",\"kind\":\"COUNTRY\",\"name\":\"No\"}")
                .expect(400);
    }

    @Test
    void suspendedUserIsOutWithTheNextRequestAndBackWhenItIsLifted() {
        TestMember member = TestHub.admit();
        Person analyst = member.user(Role.ANALYST);
        String id = idOf(member, analyst);
        Answer suspension =
                member.administrator()
                        .post(
                                "/api/v1/suspensions/of-actors",
                                "{\"user\":\"" + id + "\",\"reason\":\"left the service\"}")
                        .expect(201);
        analyst.get("/api/v1/members").expect(401);
        member.administrator()
                .postMatching(
                        "/api/v1/suspensions/of-actors/" + suspension.text("id") + "/lifting",
                        suspension.eTag().orElseThrow(),
                        "")
                .expect(200);
        analyst.signIn(1).get("/api/v1/members").expect(200);
    }

    @Test
    void suspendedMemberIsOutWithAllItsPeople() {
        TestMember member = TestHub.admit();
        Person analyst = member.user(Role.ANALYST);
        TestHub.coordinator()
                .post(
                        "/api/v1/suspensions/of-members",
                        "{\"member\":\"" + member.id() + "\",\"reason\":\"breach of rules\"}")
                .expect(201);
        analyst.get("/api/v1/members").expect(401);
        member.administrator().get("/api/v1/members").expect(401);
    }

    @Test
    void nobodyLocksThemselvesOut() {
        Person coordinator = TestHub.coordinator();
        String secretariat = "";
        for (var user : coordinator.get("/api/v1/users").expect(200).json().path("items")) {
            if (user.path("signInName").asString().equals(coordinator.signInName())) {
                secretariat = user.path("member").asString();
                coordinator
                        .post(
                                "/api/v1/suspensions/of-actors",
                                "{\"user\":\""
                                        + user.path("id").asString()
                                        + "\",\"reason\":\"by mistake\"}")
                        .expect(400);
            }
        }
        coordinator
                .post(
                        "/api/v1/suspensions/of-members",
                        "{\"member\":\"" + secretariat + "\",\"reason\":\"by mistake\"}")
                .expect(400);
        coordinator.get("/api/v1/members").expect(200);
    }

    /// One member's user in another member's suspension: as if there were no such user.
    @Test
    void anotherMembersUserCannotBeSuspended() {
        TestMember member = TestHub.admit();
        String id = idOf(member, member.administrator());
        TestHub.admit()
                .administrator()
                .post(
                        "/api/v1/suspensions/of-actors",
                        "{\"user\":\"" + id + "\",\"reason\":\"not ours\"}")
                .expect(400);
        member.administrator().get("/api/v1/members").expect(200);
    }

    @Test
    void endedSessionsAreOver() {
        TestMember member = TestHub.admit();
        Person analyst = member.user(Role.ANALYST);
        member.administrator()
                .post("/api/v1/users/" + idOf(member, analyst) + "/session-ends", "")
                .expect(204);
        analyst.get("/api/v1/members").expect(401);
    }

    @Test
    void roleTakenAwayIsGoneWithTheNextRequest() {
        TestMember member = TestHub.admit();
        Person auditor = member.user(Role.AUDITOR);
        auditor.get("/api/v1/users").expect(200);
        String path = "/api/v1/users/" + idOf(member, auditor);
        String eTag = member.administrator().get(path).eTag().orElseThrow();
        member.administrator()
                .put(path, eTag, "{\"displayName\":\"Somebody\",\"roles\":[\"ANALYST\"]}")
                .expect(200);
        auditor.get("/api/v1/users").expect(403);
    }

    @Test
    void changeWithoutTheCsrfTokenIsRefused() {
        TestHub.admit()
                .administrator()
                .postWithoutCsrfToken("/api/v1/units", "{\"name\":\"A\"}")
                .expect(403);
    }

    @Test
    void wrongPasswordWrongCodeUsedCodeAndUnknownNameGetTheSamePage() {
        TestMember member = TestHub.admit();
        Person person = member.user(Role.ANALYST);
        Person stranger = new Person(TestHub.address());
        stranger.get("/sign-in").expect(200);
        String refused = page(stranger.trySignIn("nobody", "wrong password", "000000"));
        String name = person.signInName();
        String right = person.password();
        assertThat(page(stranger.trySignIn(name, "wrong password", person.code(1))))
                .isEqualTo(refused);
        assertThat(page(stranger.trySignIn(name, right, person.code(-9)))).isEqualTo(refused);
        assertThat(page(stranger.trySignIn(name, right, person.code(-1)))).isEqualTo(refused);
    }

    /// The page, but for the CSRF token, which is masked anew each time, and the clock.
    private static String page(Answer answer) {
        return answer.expect(401)
                .body()
                .replaceAll("(name=\"_csrf\" value=\")[^\"]+", "$1")
                .replaceAll("(?s)<time.*?</time>", "<time>");
    }

    @Test
    void whoFailsOftenWaitsAndKeepsNobodyElseOut() {
        Person person = TestHub.admit().user(Role.ANALYST);
        Person guesser = Person.at(TestHub.address(), "127.0.0.2");
        guesser.get("/sign-in").expect(200);
        for (int i = 0; i < 8; i++) {
            guesser.trySignIn(person.signInName(), "wrong password", "000000").expect(401);
        }
        guesser.trySignIn(person.signInName(), person.password(), person.code(1)).expect(401);
        person.signIn(1).get("/api/v1/members").expect(200);
    }

    @Test
    void invitationWorksOnce() {
        TestMember member = TestHub.admit();
        Answer invited =
                member.administrator()
                        .post(
                                "/api/v1/users",
                                "{\"signInName\":\"once."
                                        + UUID.randomUUID()
                                        + "\",\"displayName\":\"Once\",\"roles\":[\"ANALYST\"]}")
                        .expect(201);
        String path = invited.text("enrolmentPath");
        Person.enrol(TestHub.address(), path);
        new Person(TestHub.address()).get(path).expect(404);
    }

    @Test
    void machineGetsATokenThatEndsWhenItIsSuspended() {
        TestMember member = TestHub.admit();
        Answer made =
                member.administrator()
                        .post(
                                "/api/v1/machines",
                                "{\"name\":\"Border system\",\"roles\":[\"BORDER_OFFICER\"]}")
                        .expect(201);
        String token =
                MachineTokens.ask(TestHub.address(), made.text("id"), made.text("clientSecret"))
                        .text("access_token");
        Person machine = new Person(TestHub.address()).withToken(token);
        machine.get("/api/v1/members").expect(200);
        machine.get("/api/v1/users").expect(403);
        member.administrator()
                .post(
                        "/api/v1/suspensions/of-actors",
                        "{\"machine\":\"" + made.text("id") + "\",\"reason\":\"sends nonsense\"}")
                .expect(201);
        machine.get("/api/v1/members").expect(401);
        assertThat(
                        MachineTokens.ask(
                                        TestHub.address(),
                                        made.text("id"),
                                        made.text("clientSecret"))
                                .status())
                .isEqualTo(401);
        assertThat(MachineTokens.ask(TestHub.address(), made.text("id"), "wrong").status())
                .isEqualTo(401);
    }

    @Test
    void healthIsOpenAndTellsNothingMore() {
        Person stranger = new Person(TestHub.address());
        for (String path : new String[] {"", "/liveness", "/readiness"}) {
            assertThat(stranger.get("/actuator/health" + path).expect(200).text("status"))
                    .isEqualTo("UP");
        }
        stranger.get("/actuator/prometheus").expect(200);
        stranger.get("/actuator/env").expect(404);
    }

    @Test
    void openApiOfVersion31NamesEveryPath() {
        Answer description = TestHub.admit().administrator().get("/api/v1/openapi").expect(200);
        assertThat(description.text("openapi")).startsWith("3.1");
        assertThat(description.json().path("paths").propertyNames())
                .contains("/api/v1/members", "/api/v1/posts/{id}", "/api/v1/suspensions");
    }

    @Test
    void listeningBeyondThisMachineNeedsTlsOrAProxy() {
        assertThatThrownBy(() -> options("0.0.0.0", false))
                .isInstanceOf(HubStartException.class)
                .hasMessageContaining("TLS");
        options("0.0.0.0", true);
    }

    @Test
    void takenPortIsToldAsSuch() {
        int port = Integer.parseInt(TestHub.address().replaceFirst(".*:", ""));
        HubOptions options =
                new HubOptions(
                        folder,
                        TestDatabase.fresh(),
                        port,
                        InetAddress.getLoopbackAddress(),
                        false,
                        null,
                        Map.of());
        assertThatThrownBy(() -> Hub.start(options))
                .isInstanceOfSatisfying(
                        HubStartException.class,
                        e -> assertThat(e.code()).isEqualTo(HubStartException.Code.PORT));
    }

    private HubOptions options(String bind, boolean behindProxy) {
        try {
            return new HubOptions(
                    folder, null, 0, InetAddress.getByName(bind), behindProxy, null, Map.of());
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String idOf(TestMember member, Person person) {
        for (var user : member.administrator().get("/api/v1/users").json().path("items")) {
            if (user.path("signInName").asString().equals(person.signInName())) {
                return user.path("id").asString();
            }
        }
        throw new AssertionError("no such user");
    }
}
