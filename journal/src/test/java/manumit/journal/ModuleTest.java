package manumit.journal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModuleTest {

    @Test
    void theJournalKnowsOnlyTheJdkAndJackson() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.sql..",
                        "javax.crypto..",
                        "tools.jackson.core..",
                        "org.jspecify..",
                        "manumit.journal")
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("manumit.journal"));
    }

    @Test
    void everyFaultFailureKindAndOutcomeIsExplainedToAuditors() throws IOException {
        String page =
                Files.readString(
                        Path.of(System.getProperty("repository.root", ".."))
                                .resolve("docs/journal.md"));
        for (FaultKind kind : FaultKind.values()) {
            assertThat(page).contains("| `" + kind.code() + "` | " + kind.meaning() + " |");
        }
        for (JournalException.Reason reason : JournalException.Reason.values()) {
            assertThat(page).contains("`" + reason.code() + "`");
        }
        for (ActKind kind : ActKind.values()) {
            assertThat(page).contains("`" + kind.code() + "`");
        }
        for (Outcome outcome : Outcome.values()) {
            assertThat(page).contains("`" + outcome.code() + "`");
        }
    }
}
