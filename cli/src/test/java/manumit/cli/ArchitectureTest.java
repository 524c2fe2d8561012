package manumit.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Which package of the command line may know which.
class ArchitectureTest {

    private static final JavaClasses CLI =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("manumit.cli");

    @Test
    void packagesFormNoCycles() {
        slices().matching("manumit.cli.(*)..").should().beFreeOfCycles().check(CLI);
    }

    @Test
    void outputEvidenceAndWorkKnowNoCommand() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "manumit.cli.output", "manumit.cli.evidence", "manumit.cli.ordered")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "manumit.cli",
                        "manumit.cli.bench",
                        "manumit.cli.check",
                        "manumit.cli.compare",
                        "manumit.cli.demo",
                        "manumit.cli.evaluate",
                        "manumit.cli.flights",
                        "manumit.cli.journal",
                        "manumit.cli.lists",
                        "manumit.cli.serve")
                .check(CLI);
    }

    @Test
    void onlyTheDemoBorrowsFromAnotherCommand() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "manumit.cli.bench",
                        "manumit.cli.check",
                        "manumit.cli.compare",
                        "manumit.cli.evaluate",
                        "manumit.cli.flights",
                        "manumit.cli.journal",
                        "manumit.cli.lists",
                        "manumit.cli.serve")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("manumit.cli.demo")
                .check(CLI);
    }

    /// The other commands start fast because the framework is not even loaded.
    @Test
    void onlyServeAndDemoKnowTheHub() {
        noClasses()
                .that()
                .resideOutsideOfPackages("manumit.cli.serve", "manumit.cli.demo")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("manumit.hub..", "org.springframework..")
                .check(CLI);
    }

    @Test
    void onlyTheExecutableEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("manumit.cli.Manumit")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLI);
    }

    @Test
    void commandsAreNamedAsCommands() {
        classes()
                .that()
                .areAnnotatedWith(picocli.CommandLine.Command.class)
                .and()
                .doNotHaveSimpleName("Manumit")
                .should()
                .haveSimpleNameEndingWith("Command")
                .check(CLI);
    }
}
