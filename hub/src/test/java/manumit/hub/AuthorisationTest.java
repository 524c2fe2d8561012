package manumit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.access.Role;
import manumit.hub.access.RoleTable;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.testkit.Slow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/// The table of roles as the running hub enforces it: each role asks every handler. The handlers
/// are found, not listed, so a new one is asked too.
@Slow
class AuthorisationTest {

    private record Handler(String method, String path, List<Right> oneOf) {}

    private static final List<Handler> HANDLERS = handlers();

    @ParameterizedTest
    @EnumSource(Role.class)
    void handlerAnswersExactlyTheRolesOfTheTable(Role role) {
        TestMember member = TestHub.admit();
        Person person =
                role == Role.COORDINATOR
                        ? TestHub.secretariatUser(Set.of(role))
                        : member.user(role);
        List<String> wrong = new ArrayList<>();
        for (Handler handler : HANDLERS) {
            int status = person.send(handler.method(), handler.path()).status();
            boolean answered = status != 401 && status != 403;
            if (answered != handler.oneOf().stream().anyMatch(one -> RoleTable.allows(role, one))
                    || status >= 500) {
                wrong.add(handler + " answered " + status);
            }
        }
        assertThat(HANDLERS).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    /// With identifiers of nothing and an empty body: allowed, there is nothing to answer with.
    private static List<Handler> handlers() {
        List<Handler> handlers = new ArrayList<>();
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("manumit.hub");
        for (var found : classes) {
            Class<?> type = found.reflect();
            RequestMapping root =
                    AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            for (Method method : type.getDeclaredMethods()) {
                Needs needs = method.getAnnotation(Needs.class);
                RequestMapping own =
                        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (needs != null && own != null) {
                    String path =
                            (root == null ? "" : root.path()[0])
                                    + (own.path().length == 0 ? "" : own.path()[0]);
                    handlers.add(
                            new Handler(
                                    own.method()[0].name(),
                                    path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()),
                                    List.of(needs.value())));
                }
            }
        }
        return handlers;
    }
}
