package manumit.hub.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One Chromium for all tests of this JVM: the one on the path; no browser is ever fetched.
///
/// Playwright is not thread-safe: for the thread that runs the tests only.
final class Chromium {

    private static final double TIMEOUT_MILLIS = 20_000;

    private Chromium() {}

    private static final class Shared {
        static final Browser BROWSER = start();

        private static Browser start() {
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(program().orElseThrow())
                                    .setHeadless(true));
        }
    }

    /// `chromium` or `chromium-browser` on the path.
    static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .flatMap(folder ->
                        Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Somebody new in front of the browser: no cookies, pages in this language.
    static Page open(String language) {
        Page page =
                Shared.BROWSER
                        .newContext(new Browser.NewContextOptions().setLocale(language))
                        .newPage();
        page.setDefaultTimeout(TIMEOUT_MILLIS);
        return page;
    }
}
