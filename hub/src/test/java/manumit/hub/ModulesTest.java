package manumit.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import manumit.hub.access.Needs;
import manumit.hub.access.Open;
import manumit.hub.database.ActingTransaction;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RequestMapping;

/// Capabilities and their borders.
class ModulesTest {

    private static final JavaClasses HUB =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("manumit.hub");

    @Test
    void capabilitiesUseOnlyEachOthersApiAndFormNoCycle() {
        ApplicationModules modules = ApplicationModules.of(HubApplication.class);
        modules.verify();
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("access", "database", "journal", "members", "ownership", "signin", "web");
    }

    @Test
    void accessKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("manumit.hub.access")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "manumit.hub.database..")
                .check(HUB);
    }

    /// Whoever has the data source can leave out the acting member.
    @Test
    void onlyTheDatabasePackageOpensConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackages("manumit.hub.database")
                .and()
                .doNotHaveFullyQualifiedName("manumit.hub.Hub")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.sql.DataSource")
                .check(HUB);
    }

    /// Whoever reads in that scope sees what circulates of all members.
    @Test
    void onlyTheIndexReadsInItsScope() {
        noClasses()
                .that()
                .resideOutsideOfPackage("manumit.hub.checks..")
                .and()
                .doNotHaveFullyQualifiedName("manumit.hub.alerts.CirculatingRows")
                .should()
                .callMethod(ActingTransaction.class, "asIndex", Function.class)
                .check(HUB);
    }

    @Test
    void controllersAreHidden() {
        classes()
                .that()
                .areAnnotatedWith(org.springframework.web.bind.annotation.RestController.class)
                .or()
                .areAnnotatedWith(org.springframework.stereotype.Controller.class)
                .should()
                .bePackagePrivate()
                .check(HUB);
    }

    @Test
    void everyHandlerSaysWhomItAnswers() throws ClassNotFoundException {
        List<String> silent = new ArrayList<>();
        int handlers = 0;
        for (var type : HUB) {
            for (Method method : Class.forName(type.getName()).getDeclaredMethods()) {
                if (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)) {
                    handlers++;
                    boolean needs = method.isAnnotationPresent(Needs.class);
                    if (needs == method.isAnnotationPresent(Open.class)) {
                        silent.add(method.toString());
                    }
                }
            }
        }
        assertThat(handlers).isGreaterThan(20);
        assertThat(silent).isEmpty();
    }
}
