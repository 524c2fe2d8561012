package manumit.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import manumit.hub.testing.Answer;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.testkit.Slow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An alert from the form to circulation, as two officers of a member work in their browsers, with
/// the keyboard where it counts, and an officer of another member who finds it then.
@Slow
@NeedsChromium
class AlertToCirculationTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void madeByOneLookedAtByAnotherFoundByAThird(String language) {
        TestMember owner = TestHub.admit();
        TestMember other = TestHub.admit();
        try (Visitor maker = officer(owner, language);
                Visitor second = officer(owner, language);
                Visitor reader = officer(other, language)) {
            maker.open("/alerts/add");
            send(maker.page());
            // What is missing is said on top, and each field leads to where it is filled in.
            assertThat(maker.page().locator("#error-summary a").count()).isGreaterThan(5);
            maker.examined();
            fill(maker.page());
            send(maker.page());
            String alert = maker.path();
            assertThat(alert).matches("/alerts/[0-9a-f-]{36}");
            maker.examined();
            reader.open("/alerts");
            assertThat(reader.page().locator("a[href='" + alert + "']").count()).isZero();

            maker.page().locator("form[action$='/proposal'] button").press("Enter");
            maker.page().waitForLoadState();
            second.open("/");
            second.page().locator("main a[href='/alerts?waiting=review']").first().press("Enter");
            second.page().waitForLoadState();
            second.examined().page().locator("a[href='" + alert + "']").press("Enter");
            second.page().waitForLoadState();
            second.page().locator("a[href='" + alert + "/review']").press("Enter");
            second.page().waitForLoadState();
            second.examined();
            answer(second.page(), "neutral", "yes");
            answer(second.page(), "rightsRespected", "yes");
            answer(second.page(), "refugeeFlag", "no");
            second.page().locator("button[value=CIRCULATE]").press("Enter");
            second.page().waitForLoadState();
            assertThat(second.path()).isEqualTo(alert);
            second.examined();

            reader.open("/alerts?name=Ozol");
            reader.page().locator("a[href='" + alert + "']").press("Enter");
            reader.page().waitForLoadState();
            assertThat(reader.page().locator("main").innerText()).contains("Tell the owner.");
            reader.examined();
            maker.open(alert);
            assertThat(maker.page().locator("main").innerText()).contains(other.code());
        }
    }

    private static void fill(Page page) {
        page.fill("#ownerReference", "B-1");
        page.selectOption("#kind", "WANTED");
        page.selectOption("#personStatus", "SUSPECT");
        page.fill("#names", "Ozols, Janis\nJanis Ozolins");
        page.fill("#birthDates", "1984-03-02");
        page.fill("#nationalities", "LVA");
        page.fill("#documents", "X1234567, LVA, passport");
        page.fill("#instructions", "Tell the owner.");
        page.fill("#legalBasis", "an invented act");
        page.selectOption("#handlingCode", "H1");
        page.selectOption("#source", "B");
        page.selectOption("#information", "2");
        LocalDate today =
                LocalDate.parse(InstantSource.system().instant().toString().substring(0, 10));
        page.fill("#reviewOn", today.plusYears(3).toString());
    }

    private static void send(Page page) {
        page.locator("main form button.primary").press("Enter");
        page.waitForLoadState();
    }

    private static void answer(Page page, String question, String answer) {
        page.locator("#" + question + " input[value=" + answer + "]").press("Space");
    }

    private static Visitor officer(TestMember member, String language) {
        Answer invited =
                member.administrator()
                        .post(
                                "/api/v1/users",
                                "{\"signInName\":\"u"
                                        + UUID.randomUUID()
                                        + "\",\"displayName\":\"Somebody\","
                                        + "\"roles\":[\"DUTY_OFFICER\"]}")
                        .expect(201);
        Visitor visitor = new Visitor(TestHub.address(), language);
        visitor.enrol(invited.text("enrolmentPath")).signIn();
        return visitor;
    }
}
