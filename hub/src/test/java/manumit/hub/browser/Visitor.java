package manumit.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import manumit.hub.signin.Authenticator;
import manumit.hub.testing.Answer;

/// Somebody in front of a real browser. Fields are found by their identifiers, so that a page may
/// change its words and its looks.
final class Visitor implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    private final String address;
    private final Page page;
    private String signInName = "";
    private String secret = "";

    /// @param language of the browser, for example `ar`
    Visitor(String address, String language) {
        this.address = address;
        this.page = Chromium.open(language);
    }

    Page page() {
        return page;
    }

    String signInName() {
        return signInName;
    }

    /// Goes to a page and looks at it with axe-core.
    Visitor open(String path) {
        page.navigate(address + path);
        return examined();
    }

    Visitor examined() {
        assertThat(Accessibility.problems(page)).as("axe-core on %s", path()).isEmpty();
        return this;
    }

    /// Where one is now, without the address of the hub.
    String path() {
        return page.url().substring(address.length());
    }

    /// Opens an invitation, chooses a password, adds the second factor.
    Visitor enrol(String invitation) {
        open(invitation);
        signInName = page.locator("#sign-in-name").innerText();
        secret = page.locator("#secret").innerText();
        page.fill("#password", PASSWORD);
        page.fill("#repeated", PASSWORD);
        page.fill("#code", code(0));
        submit();
        assertThat(path()).isEqualTo("/sign-in?enrolled");
        return examined();
    }

    /// Signs in with the code of the next step: that of now may be used up by enrolling.
    Visitor signIn() {
        open("/sign-in");
        fillSignIn(PASSWORD, code(1));
        submit();
        assertThat(path()).isEqualTo("/");
        return examined();
    }

    void fillSignIn(String password, String code) {
        page.fill("#name", signInName);
        page.fill("#password", password);
        page.fill("#code", code);
    }

    void submit() {
        page.locator("main form:has(#code) button[type=submit]").click();
        page.waitForLoadState();
    }

    String code(int step) {
        return Authenticator.code(secret, InstantSource.system().instant().plusSeconds(30L * step));
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer post(String path, String json) {
        return call("POST", path, json);
    }

    /// Asks the API from within the page: its session, its CSRF token, its content policy.
    private Answer call(String method, String path, String json) {
        List<?> answer =
                (List<?>)
                        page.evaluate(
                                """
                                async ({method, path, json}) => {
                                    const token = document.querySelector('input[name=_csrf]');
                                    const response = await fetch(path, {
                                        method,
                                        body: method === 'GET' ? undefined : json,
                                        headers: {'Content-Type': 'application/json',
                                                  'X-CSRF-TOKEN': token ? token.value : ''}});
                                    return [response.status,
                                            response.headers.get('Content-Type') || '',
                                            response.headers.get('ETag') || '',
                                            await response.text()];
                                }
                                """,
                                Map.of("method", method, "path", path, "json", json));
        return new Answer(
                ((Number) answer.get(0)).intValue(),
                String.valueOf(answer.get(1)),
                Optional.of(String.valueOf(answer.get(2))),
                Optional.empty(),
                Optional.empty(),
                String.valueOf(answer.get(3)));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
