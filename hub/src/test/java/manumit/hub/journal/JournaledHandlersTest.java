package manumit.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Role;
import manumit.hub.access.RoleTable;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.testkit.Golden;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/// Every handler of the running hub is an act in the journal. The handlers are found, not listed.
class JournaledHandlersTest {

    private record Handler(Method method, String verb, String path) {}

    /// A new handler changes this file, so that its name and kind are reviewed; so does one that is
    /// exempted, with its reason.
    @Test
    void everyHandlerStandsInTheReviewedList() {
        Set<String> lines = new TreeSet<>();
        for (Handler handler : handlers()) {
            Optional<ActDescription> found = ActDescription.find(handler.method());
            lines.add(
                    handler.verb()
                            + " "
                            + handler.path()
                            + ": "
                            + found.map(one ->
                                            one.kind().code()
                                                    + " "
                                                    + one.action()
                                                    + " for "
                                                    + one.assumed().code()
                                                    + (one.statesPurpose() ? ", if stated" : ""))
                                    .orElseGet(() -> "not journaled, " + whyNot(handler)));
        }
        Golden.assertMatches("journaled-acts.txt", String.join("\n", lines) + "\n");
    }

    /// Asks each handler as somebody who may, and finds exactly one more entry with its action.
    @Test
    @Slow
    void everyHandlerThatIsAskedLeavesItsEntry() {
        TestMember member = TestHub.admit();
        Person coordinator = TestHub.secretariatUser(Set.of(Role.COORDINATOR, Role.AUDITOR));
        Person everybodyElse =
                member.user(
                        Role.MEMBER_ADMINISTRATOR,
                        Role.AUDITOR,
                        Role.DATA_PROTECTION_OFFICER,
                        Role.DUTY_OFFICER);
        List<String> silent = new ArrayList<>();
        int asked = 0;
        for (Handler handler : handlers()) {
            Needs needs = handler.method().getAnnotation(Needs.class);
            Optional<ActDescription> description = ActDescription.find(handler.method());
            if (needs == null || description.isEmpty()) {
                continue;
            }
            Person person =
                    allows(Role.COORDINATOR, needs) && !allows(Role.AUDITOR, needs)
                            ? coordinator
                            : everybodyElse;
            long before = count(description.get().action());
            person.send(
                    handler.verb(),
                    handler.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
            if (count(description.get().action()) != before + 1) {
                silent.add(handler.toString());
            }
            asked++;
        }
        assertThat(asked).isGreaterThan(20);
        assertThat(silent).isEmpty();
    }

    private static boolean allows(Role role, Needs needs) {
        return Arrays.stream(needs.value()).anyMatch(right -> RoleTable.allows(role, right));
    }

    private static long count(String action) {
        return WholeJournal.count(action);
    }

    private static String whyNot(Handler handler) {
        NotJournaled exempted = handler.method().getAnnotation(NotJournaled.class);
        return exempted == null ? "without a reason" : exempted.value();
    }

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
                RequestMapping own =
                        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (own != null) {
                    handlers.add(
                            new Handler(
                                    method,
                                    own.method()[0].name(),
                                    (root == null ? "" : root.path()[0])
                                            + (own.path().length == 0 ? "" : own.path()[0])));
                }
            }
        }
        return handlers;
    }
}
