package manumit.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import manumit.hub.Hub;
import manumit.hub.HubOptions;
import manumit.hub.testing.Answer;
import manumit.hub.testing.TestDatabase;
import manumit.testkit.Slow;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first days of a hub, as its people live them in their browsers: from the link of the first
/// start to an officer who is suspended and out at once.
@Slow
@NeedsChromium
class FirstDaysTest {

    @TempDir Path data;

    @ParameterizedTest
    @CsvSource({"en, ltr", "ar, rtl"})
    void fromTheFirstLinkToTwoMembersAndASuspendedOfficer(String language, String direction) {
        try (Hub hub = Hub.start(options());
                Visitor coordinator = new Visitor(hub.address(), language)) {
            coordinator.enrol(hub.takeFirstEnrolment().orElseThrow());
            coordinator.signIn();
            assertThat(coordinator.page().locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(coordinator.page().locator("html").getAttribute("dir")).isEqualTo(direction);
            for (String code : new String[] {"XHA", "XHB"}) {
                member(hub, coordinator, code, language);
            }
        }
    }

    /// Admits a member; its administrator invites an officer, who works until suspended.
    private static void member(Hub hub, Visitor coordinator, String code, String language) {
        String member =
                coordinator
                        .post(
                                "/api/v1/members",
                                "{\"code\":\""
                                        + code
                                        + "\",\"kind\":\"INTERNATIONAL_BODY\",\"name\":\"Body "
                                        + code
                                        + "\"}")
                        .expect(201)
                        .text("id");
        Answer first =
                coordinator
                        .post(
                                "/api/v1/users/first-administrators",
                                "{\"member\":\""
                                        + member
                                        + "\",\"signInName\":\"first."
                                        + code.toLowerCase(java.util.Locale.ROOT)
                                        + "\",\"displayName\":\"First\"}")
                        .expect(201);
        try (Visitor administrator = new Visitor(hub.address(), language);
                Visitor officer = new Visitor(hub.address(), language)) {
            administrator.enrol(first.text("enrolmentPath")).signIn();
            administrator
                    .post("/api/v1/posts", "{\"name\":\"Bridge\",\"kind\":\"BORDER_POINT\"}")
                    .expect(201);
            Answer invited =
                    administrator
                            .post(
                                    "/api/v1/users",
                                    "{\"signInName\":\"officer."
                                            + code.toLowerCase(java.util.Locale.ROOT)
                                            + "\",\"displayName\":\"Officer\","
                                            + "\"roles\":[\"BORDER_OFFICER\"]}")
                            .expect(201);
            officer.enrol(invited.text("enrolmentPath")).signIn();
            officer.get("/api/v1/posts").expect(200);
            officer.get("/api/v1/users").expect(403);
            administrator
                    .post(
                            "/api/v1/suspensions/of-actors",
                            "{\"user\":\"" + invited.text("id") + "\",\"reason\":\"left\"}")
                    .expect(201);
            officer.get("/api/v1/posts").expect(401);
            officer.open("/");
            assertThat(officer.path()).isEqualTo("/sign-in");
            officer.fillSignIn(Visitor.PASSWORD, officer.code(1));
            officer.submit();
            assertThat(officer.page().locator("[role=alert]:visible").count()).isEqualTo(1);
            officer.examined();
        }
    }

    private HubOptions options() {
        return new HubOptions(
                data,
                TestDatabase.fresh(),
                0,
                InetAddress.getLoopbackAddress(),
                false,
                null,
                Map.of("manumit.attempts-per-minute", "1000"));
    }
}
