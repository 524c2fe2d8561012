package manumit.lists;

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
    void listsKnowOnlyTheJdkTheFieldLibrariesMatchingAndZonesOfDocuments() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml..",
                        "de.siegmar.fastcsv..",
                        "tools.jackson.core..",
                        "org.jspecify..",
                        "manumit.matching",
                        "manumit.travel.mrz",
                        "manumit.lists")
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("manumit.lists"));
    }

    @Test
    void everyRejectCodeIsExplainedToUsers() throws IOException {
        String page =
                Files.readString(
                        Path.of(System.getProperty("repository.root", ".."))
                                .resolve("docs/lists.md"));
        for (RejectCode code : RejectCode.values()) {
            assertThat(page).contains("| `" + code.code() + "` |");
        }
        for (String field : Fields.ALL) {
            assertThat(page).contains("`" + field + "`");
        }
    }
}
