package manumit.hub.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What axe-core finds on a page, of the impacts `serious` and `critical`.
final class Accessibility {

    private static final String AXE = source();

    private Accessibility() {}

    /// One line a finding: rule, impact, the first elements concerned.
    static List<String> problems(Page page) {
        page.evaluate(AXE);
        List<String> problems = new ArrayList<>();
        List<?> found =
                (List<?>)
                        page.evaluate(
                                """
                                async () => (await axe.run(document)).violations.map(v => ({
                                    rule: v.id, impact: v.impact,
                                    nodes: v.nodes.slice(0, 3).map(n => n.html).join(' | ')}))
                                """);
        for (Object each : found) {
            Map<?, ?> finding = (Map<?, ?>) each;
            Object impact = finding.get("impact");
            if ("serious".equals(impact) || "critical".equals(impact)) {
                problems.add(finding.get("rule") + " (" + impact + "): " + finding.get("nodes"));
            }
        }
        return problems;
    }

    private static String source() {
        try (InputStream in =
                Objects.requireNonNull(
                        Accessibility.class.getClassLoader().getResourceAsStream("axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
