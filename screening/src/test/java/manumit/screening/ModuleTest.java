package manumit.screening;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import manumit.testkit.SharedData;
import org.junit.jupiter.api.Test;

class ModuleTest {

    @Test
    void screeningKnowsNoTransportAndNoStorage() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        "manumit.lists",
                        "manumit.matching",
                        "manumit.matching.documentindex",
                        "manumit.travel",
                        "manumit.travel.mrz",
                        "manumit.screening")
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("manumit.screening"));
    }

    @Test
    void everyNoteIsExplainedToUsers() throws IOException {
        String page = Files.readString(SharedData.repositoryRoot().resolve("docs/travel.md"));
        for (PassengerQuery.Note note : PassengerQuery.Note.values()) {
            assertThat(page).contains("| `" + note.code() + "` |");
        }
    }
}
