package manumit.travel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import manumit.testkit.SharedData;
import manumit.travel.warnings.WarningCode;
import org.junit.jupiter.api.Test;

class ModuleTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("manumit.travel");

    @Test
    void travelKnowsOnlyTheJdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "manumit.travel..")
                .check(CLASSES);
    }

    @Test
    void theSyntaxKnowsNoTypeOfMessage() {
        classes()
                .that()
                .resideInAPackage("manumit.travel.edifact")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "manumit.travel.edifact",
                        "manumit.travel.warnings")
                .check(CLASSES);
    }

    @Test
    void listsAndBookingsAreReadApart() {
        noClasses()
                .that()
                .resideInAPackage("manumit.travel.paxlst")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("manumit.travel.pnrgov")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("manumit.travel.pnrgov")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("manumit.travel.paxlst")
                .check(CLASSES);
    }

    @Test
    void everyWarningIsExplainedToUsers() throws IOException {
        String page = Files.readString(SharedData.repositoryRoot().resolve("docs/travel.md"));
        for (WarningCode code : WarningCode.values()) {
            assertThat(page).contains("| `" + code.code() + "` | " + code.remedy() + " |");
        }
    }
}
