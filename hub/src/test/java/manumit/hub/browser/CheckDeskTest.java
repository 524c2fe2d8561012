package manumit.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Set;
import manumit.hub.access.Role;
import manumit.hub.testing.TestAlerts;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.testkit.Slow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A duty officer at the check desk, without a mouse.
@Slow
@NeedsChromium
class CheckDeskTest {

    private static final String[] ZONE = {
        "P<LBNALHADDAD<<YOUSEF<KARIM<<<<<<<<<<<<<<<<<",
        "LR21740932LBN8703145M3106224<<<<<<<<<<<<<<<0"
    };

    private static final String YOUSSEF =
            "{\"kind\":\"PERSON\",\"names\":[{\"whole\":\"Youssef K. AL HADDAD\"}],"
                    + "\"birthDates\":[\"1987-03-14\"],\"sex\":\"MALE\",\"nationalities\":[\"LB\"]}";

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void officerScansDecidesAndGoesOnByKeyboardAlone(String language) {
        TestMember owner = TestHub.admit();
        TestMember asker = TestHub.admit();
        asker.administrator()
                .post("/api/v1/posts", "{\"name\":\"Quay " + asker.code() + "\",\"kind\":\"PORT\"}")
                .expect(201);
        TestAlerts.circulate(owner, "TO_BE_LOCATED", YOUSSEF, TestHub.admit());
        try (Visitor visitor = new Visitor(TestHub.address(), language)) {
            visitor.enrol(asker.invitation(Set.of(Role.DUTY_OFFICER))).signIn();
            Page page = visitor.page();
            visitor.open("/check");
            page.selectOption("#post", new SelectOption().setLabel("Quay " + asker.code()));
            page.locator("#operation").focus();
            page.keyboard().type("lantern");
            page.keyboard().press("Enter");
            page.waitForSelector("#scan");
            assertThat(page.locator(".context").innerText()).contains("Quay " + asker.code());
            scan(page);
            page.waitForSelector("#headline");
            assertThat(page.locator(".candidate").count()).isPositive();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("scan");
            visitor.examined();
            page.keyboard().press("Tab");
            page.keyboard().press("n");
            page.waitForSelector("details.decision[open] select");
            page.keyboard().press("Tab");
            page.keyboard().type("scar on the left hand");
            page.keyboard().press("Enter");
            page.waitForSelector(".judged");
            assertThat(page.locator(".judged").first().innerText())
                    .contains("scar on the left hand");
            visitor.examined();
            page.keyboard().press("Escape");
            assertThat(page.locator(".candidate").count()).isZero();
            page.keyboard().type("Nomansname Ofnowhere");
            page.keyboard().press("Enter");
            page.waitForSelector("#headline.nothing");
            visitor.examined();
            page.keyboard().press("Tab");
            scan(page);
            page.waitForSelector(".candidate");
        }
    }

    /// A scanner ends each line with Enter, and types on where the focus is elsewhere.
    private static void scan(Page page) {
        for (String line : ZONE) {
            page.keyboard().type(line);
            page.keyboard().press("Enter");
        }
    }
}
