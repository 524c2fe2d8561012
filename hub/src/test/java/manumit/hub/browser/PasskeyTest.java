package manumit.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Set;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.TestHub;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;

/// Passkeys with Chromium's virtual authenticator.
@Slow
@NeedsChromium
class PasskeyTest {

    /// Passkeys are bound to a name; an address of numbers has none.
    private static final String ADDRESS =
            "http://localhost:" + URI.create(TestHub.address()).getPort();

    /// A key that the browser believes to be plugged in.
    private static final class VirtualKey {
        private final CDPSession session;
        private final String id;

        VirtualKey(Page page) {
            session = page.context().newCDPSession(page);
            session.send("WebAuthn.enable");
            JsonObject options =
                    JsonParser.parseString(
                                    """
                                    {"options": {"protocol": "ctap2", "transport": "internal",
                                     "hasResidentKey": true, "hasUserVerification": true,
                                     "isUserVerified": true,
                                     "automaticPresenceSimulation": true}}
                                    """)
                            .getAsJsonObject();
            id =
                    session.send("WebAuthn.addVirtualAuthenticator", options)
                            .get("authenticatorId")
                            .getAsString();
        }

        JsonObject self() {
            JsonObject self = new JsonObject();
            self.addProperty("authenticatorId", id);
            return self;
        }

        /// Whether it recognises its user from now on.
        void recognises(boolean user) {
            JsonObject wanted = self();
            wanted.addProperty("isUserVerified", user);
            session.send("WebAuthn.setUserVerified", wanted);
        }

        /// What it holds, as a copy of it would.
        JsonObject credential() {
            return session.send("WebAuthn.getCredentials", self())
                    .getAsJsonArray("credentials")
                    .get(0)
                    .getAsJsonObject();
        }

        /// Puts a copy with another counter in place of the original.
        void replaceByCopy(JsonObject credential, int signCount) {
            session.send("WebAuthn.clearCredentials", self());
            JsonObject wanted = self();
            credential.addProperty("signCount", signCount);
            wanted.add("credential", credential);
            session.send("WebAuthn.addCredential", wanted);
        }
    }

    private static Visitor signedIn() {
        return new Visitor(ADDRESS, "en").enrol(TestHub.invitation(Set.of(Role.ANALYST))).signIn();
    }

    private static void add(Visitor visitor, String label) {
        visitor.open("/passkeys");
        visitor.page().fill("#label", label);
        visitor.page().locator("form[data-passkey] button").click();
        visitor.page().waitForURL("**/passkeys?outcome=ADDED");
        visitor.examined();
    }

    private static void signOut(Visitor visitor) {
        visitor.page().context().clearCookies();
        visitor.open("/sign-in");
    }

    private static void signInByPasskey(Visitor visitor) {
        visitor.page().locator("form[data-passkey] button").click();
    }

    private static void seesRefusal(Visitor visitor) {
        visitor.page().locator("#passkey-failure").waitFor();
        assertThat(visitor.path()).isEqualTo("/sign-in");
        visitor.get("/api/v1/members").expect(401);
    }

    @Test
    void passkeyIsAddedSignsInIsListedAndSignsInNoMoreOnceRemoved() {
        try (Visitor visitor = signedIn()) {
            VirtualKey key = new VirtualKey(visitor.page());
            add(visitor, "Key <b>one</b>");
            assertThat(visitor.page().locator("td").first().innerText())
                    .isEqualTo("Key <b>one</b>");
            signOut(visitor);
            signInByPasskey(visitor);
            visitor.page().waitForURL(ADDRESS + "/");
            visitor.get("/api/v1/members").expect(200);
            visitor.open("/passkeys");
            visitor.page().locator("td button").click();
            visitor.page().waitForURL("**/passkeys");
            assertThat(visitor.page().locator("td").count()).isZero();
            signOut(visitor);
            assertThat(key.credential().get("rpId").getAsString()).isEqualTo("localhost");
            signInByPasskey(visitor);
            seesRefusal(visitor);
        }
    }

    @Test
    void keyThatDidNotVerifyItsUserIsRefusedByTheHubItself() {
        try (Visitor visitor = signedIn()) {
            VirtualKey key = new VirtualKey(visitor.page());
            add(visitor, "Verified");
            signOut(visitor);
            key.recognises(false);
            // A browser that does not insist on it: the refusal must be the hub's.
            visitor.page()
                    .evaluate(
                            """
                            () => { const real = navigator.credentials.get
                                        .bind(navigator.credentials);
                                navigator.credentials.get = (options) => {
                                    options.publicKey.userVerification = 'discouraged';
                                    return real(options).then(c => {
                                        window.answered = true; return c; });
                                }; }
                            """);
            signInByPasskey(visitor);
            visitor.page().waitForFunction("() => window.answered");
            seesRefusal(visitor);
        }
    }

    @Test
    void copiedKeyWhoseCounterDoesNotGrowIsRefused() {
        try (Visitor visitor = signedIn()) {
            VirtualKey key = new VirtualKey(visitor.page());
            add(visitor, "Original");
            JsonObject copy = key.credential();
            int count = copy.get("signCount").getAsInt();
            signOut(visitor);
            signInByPasskey(visitor);
            visitor.page().waitForURL(ADDRESS + "/");
            signOut(visitor);
            key.replaceByCopy(copy, count);
            signInByPasskey(visitor);
            seesRefusal(visitor);
        }
    }

    @Test
    void newInvitationVoidsThePasskeys() {
        try (Visitor visitor = signedIn()) {
            new VirtualKey(visitor.page());
            add(visitor, "Lost");
            for (var user :
                    TestHub.coordinator().get("/api/v1/users?limit=500").json().path("items")) {
                if (user.path("signInName").asString().equals(visitor.signInName())) {
                    TestHub.coordinator()
                            .post(
                                    "/api/v1/users/" + user.path("id").asString() + "/invitations",
                                    "{}")
                            .expect(201);
                }
            }
            signOut(visitor);
            signInByPasskey(visitor);
            seesRefusal(visitor);
        }
    }

    @Test
    void answerToAChallengeCannotBeSentTwice() {
        try (Visitor visitor = signedIn()) {
            new VirtualKey(visitor.page());
            add(visitor, "Once");
            signOut(visitor);
            visitor.page()
                    .evaluate(
                            """
                            () => { window.sent = [];
                                const real = window.fetch;
                                window.fetch = (path, options) => {
                                    if (path === '/sign-in/passkey') {
                                        window.sent.push(options.body);
                                        return Promise.reject(new Error('held back'));
                                    }
                                    return real(path, options);
                                };
                                window.real = real; }
                            """);
            signInByPasskey(visitor);
            visitor.page().locator("#passkey-failure").waitFor();
            String answer = String.valueOf(visitor.page().evaluate("() => window.sent[0]"));
            visitor.page().evaluate("() => { window.fetch = window.real; }");
            Answer first = visitor.post("/sign-in/passkey", answer);
            first.expect(200);
            visitor.page().context().clearCookies();
            visitor.open("/sign-in");
            visitor.post("/sign-in/passkey/options", "{}").expect(200);
            visitor.post("/sign-in/passkey", answer).expect(401);
            visitor.post("/sign-in/passkey", "{\"id\":").expect(401);
        }
    }
}
