package manumit.hub.browser;

import java.net.URI;
import manumit.hub.access.Role;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.hub.testing.TestProvider;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;

/// The way through a member's own provider in a real browser, under the content policy.
@Slow
@NeedsChromium
class ProviderTest {

    @Test
    void browserIsLedToTheProviderAndBack() {
        TestMember member = TestHub.admit();
        Person officer = member.user(Role.BORDER_OFFICER);
        String address = "http://localhost:" + URI.create(TestHub.address()).getPort();
        try (TestProvider provider = new TestProvider().of(officer.signInName());
                Visitor visitor = new Visitor(address, "ar")) {
            member.administrator()
                    .put(
                            "/api/v1/identity-provider",
                            null,
                            "{\"issuer\":\""
                                    + provider.issuer()
                                    + "\",\"clientId\":\""
                                    + TestProvider.CLIENT
                                    + "\",\"clientSecret\":\""
                                    + TestProvider.SECRET
                                    + "\",\"nameClaim\":\"preferred_username\","
                                    + "\"amr\":[\"mfa\"]}")
                    .expect(200);
            visitor.open("/sign-in");
            visitor.page().fill("#member", member.code());
            visitor.page().locator("form:has(#member) button").click();
            visitor.page().waitForURL(address + "/");
            visitor.get("/api/v1/posts").expect(200);
        }
    }
}
