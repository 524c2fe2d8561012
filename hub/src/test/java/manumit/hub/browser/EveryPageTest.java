package manumit.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import manumit.hub.access.Role;
import manumit.hub.testing.TestHub;
import manumit.testkit.Slow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;

/// Every page without a variable in its address, found and not listed, seen by somebody with all
/// roles: it answers, keeps to its own content policy and has no serious fault of access.
@Slow
@NeedsChromium
class EveryPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void pageIsAccessibleAndBreaksNoContentPolicy(String language) {
        try (Visitor visitor = new Visitor(TestHub.address(), language)) {
            visitor.enrol(TestHub.invitation(Set.of(Role.values()))).signIn();
            Set<String> wrong = new TreeSet<>();
            visitor.page()
                    .onConsoleMessage(message -> {
                        if (message.type().equals("error")) {
                            wrong.add(message.text());
                        }
                    });
            List<String> pages = pages();
            for (String path : pages) {
                var response = visitor.page().navigate(TestHub.address() + path);
                if (response == null || response.status() != 200) {
                    wrong.add(path + " answered " + (response == null ? 0 : response.status()));
                }
                Accessibility.problems(visitor.page())
                        .forEach(problem -> wrong.add(path + ": " + problem));
            }
            assertThat(pages).contains("/", "/sign-in");
            assertThat(wrong).isEmpty();
        }
    }

    private static List<String> pages() {
        Set<String> pages = new TreeSet<>();
        for (var found :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("manumit.hub")) {
            Class<?> type = found.reflect();
            if (!AnnotatedElementUtils.hasAnnotation(type, Controller.class)
                    || AnnotatedElementUtils.hasAnnotation(type, ResponseBody.class)) {
                continue;
            }
            RequestMapping root =
                    AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            for (Method method : type.getDeclaredMethods()) {
                RequestMapping own =
                        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (own == null
                        || !List.of(own.method()).contains(RequestMethod.GET)
                        || !method.getReturnType().equals(String.class)
                        || AnnotatedElementUtils.hasAnnotation(method, ResponseBody.class)) {
                    continue;
                }
                String path =
                        (root == null ? "" : root.path()[0])
                                + (own.path().length == 0 ? "" : own.path()[0]);
                if (!path.contains("{")) {
                    pages.add(path);
                }
            }
        }
        return new ArrayList<>(pages);
    }
}
