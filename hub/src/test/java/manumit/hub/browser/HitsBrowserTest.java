package manumit.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import manumit.hub.access.Role;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.hits.HitWorld;
import manumit.hub.hits.HitWorld.Alert;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.testkit.Slow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A hit from its question to its outcome by two officers at their desks, with the keyboard alone;
/// each sees by itself what the other did.
@Slow
@NeedsChromium
class HitsBrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void hitIsAnsweredActedOnAndClosedWithTheKeyboardAlone(String language) {
        HitWorld world = HitWorld.ofTestHub();
        TestMember owning = TestHub.admit();
        TestMember asking = TestHub.admit();
        try (Visitor owner = new Visitor(TestHub.address(), language);
                Visitor asker = new Visitor(TestHub.address(), language)) {
            owner.enrol(owning.invitation(Set.of(Role.DUTY_OFFICER))).signIn();
            asker.enrol(asking.invitation(Set.of(Role.DUTY_OFFICER))).signIn();
            owner.open("/hits");
            Alert alert = world.alert(owning);
            RecordedCheck check = world.check(asking.id(), List.of(alert), List.of());
            asker.post(
                            "/api/v1/hits",
                            "{\"check\":\""
                                    + check.id()
                                    + "\",\"alert\":\""
                                    + alert.id()
                                    + "\",\"personWaits\":true}")
                    .expect(201);
            // Came by itself.
            owner.page().locator("#queue a[data-hit]").waitFor();
            press(owner.page(), "j", "Enter");
            owner.page().waitForURL("**/hits/*");
            owner.examined();
            assertThat(widthCutOff(owner.page())).as("pixels of reasons cut off").isZero();
            asker.open(owner.path());
            press(owner.page(), "r", "Space", "Tab");
            owner.page().keyboard().type("By photograph. No warrant.");
            press(owner.page(), "Tab", "Enter");
            owner.page().locator(".answer.confirmed").waitFor();
            owner.examined();

            asker.page().locator("#changed").waitFor();
            asker.page().reload();
            press(asker.page(), "r", "ArrowDown", "Tab");
            asker.page().keyboard().type("Spoken with in room 2.");
            press(asker.page(), "Tab", "Enter");
            asker.page().locator("#outcome").waitFor();
            asker.examined();
            press(asker.page(), "r", "ArrowDown", "Tab");
            asker.page().keyboard().type("Stays at the harbour.");
            press(asker.page(), "Tab", "Enter");
            asker.page().locator("#outcome").waitFor(gone());
            asker.examined();

            owner.page().reload();
            press(owner.page(), "r", "Enter");
            owner.page().locator("#primary").waitFor(gone());
            assertThat(owner.page().locator("#queue a[data-hit]").count()).isZero();
            assertThat(owner.get("/api/v1/hits" + owner.path().substring(5)).expect(200).body())
                    .contains("OUTCOME_SEEN", "LOCATED_OWNER_TOLD");
        }
    }

    /// One key never ends a hit: without a reason nothing is sent, and what was chosen is kept.
    @ParameterizedTest
    @ValueSource(strings = {"en"})
    void answerWithoutAReasonIsNotSent(String language) {
        HitWorld world = HitWorld.ofTestHub();
        TestMember owning = TestHub.admit();
        TestMember asking = TestHub.admit();
        try (Visitor owner = new Visitor(TestHub.address(), language)) {
            owner.enrol(owning.invitation(Set.of(Role.DUTY_OFFICER))).signIn();
            Alert alert = world.alert(owning);
            RecordedCheck check = world.check(asking.id(), List.of(alert), List.of());
            asking.user(Role.DUTY_OFFICER)
                    .post(
                            "/api/v1/hits",
                            "{\"check\":\"" + check.id() + "\",\"alert\":\"" + alert.id() + "\"}")
                    .expect(201);
            owner.open("/hits");
            press(owner.page(), "r", "Space", "Tab", "Tab", "Enter");
            owner.page().locator("#error-summary").waitFor();
            owner.examined();
            assertThat(owner.page().locator("input[value=CONFIRM]").isChecked()).isTrue();
            assertThat(owner.get("/api/v1/hits?turn=mine").body()).contains("ASKED");
        }
    }

    private static com.microsoft.playwright.Locator.WaitForOptions gone() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /// Of the table of evidence, on the smallest screen with three columns side by side.
    private static int widthCutOff(Page page) {
        page.setViewportSize(1280, 800);
        return (int)
                page.evaluate(
                        "(e => e.scrollWidth - e.clientWidth)(document.querySelector('.scroll:has(.evidence)'))");
    }
}
