package manumit.matching;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What each package may know of the others; the arrows of `docs/architecture.md`.
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("manumit.matching");

    /// From text upwards. The public face is used by all that speak of names, dates and documents.
    @Test
    void packagesKnowOnlyWhatLiesBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("public face")
                .definedBy("manumit.matching")
                .layer("index")
                .definedBy("manumit.matching.index")
                .layer("snapshot")
                .definedBy("manumit.matching.snapshot")
                .layer("v1")
                .definedBy("manumit.matching.v1")
                .layer("names")
                .definedBy("manumit.matching.names")
                .layer("documents")
                .definedBy("manumit.matching.documents")
                .layer("document index")
                .definedBy("manumit.matching.documentindex")
                .layer("similarity")
                .definedBy("manumit.matching.similarity")
                .layer("knowledge")
                .definedBy("manumit.matching.knowledge")
                .layer("text")
                .definedBy("manumit.matching.text")
                .whereLayer("public face")
                .mayOnlyAccessLayers("index", "v1")
                .whereLayer("index")
                .mayOnlyAccessLayers(
                        "public face", "snapshot", "v1", "names", "documents", "similarity")
                .whereLayer("snapshot")
                .mayOnlyAccessLayers("public face")
                .whereLayer("v1")
                .mayOnlyAccessLayers("public face", "names", "documents", "similarity", "text")
                .whereLayer("names")
                .mayOnlyAccessLayers("public face", "similarity", "knowledge", "text")
                .whereLayer("documents")
                .mayOnlyAccessLayers("public face")
                .whereLayer("document index")
                .mayOnlyAccessLayers("public face", "documents")
                .whereLayer("similarity")
                .mayOnlyAccessLayers("knowledge", "text")
                .whereLayer("knowledge")
                .mayOnlyAccessLayers("text")
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    /// The two factories of the public face name the current method and the current index; nothing
    /// else there knows them.
    @Test
    void onlyTheFactoriesKnowTheMethodAndTheIndex() {
        classes()
                .that()
                .resideInAPackage("manumit.matching")
                .and()
                .doNotBelongToAnyOf(Matcher.class, Watchlist.class, RecentChecks.class)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("manumit.matching", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    /// Apart from these factories, packages form no circle.
    @Test
    void packagesFormNoCircle() {
        slices().matching("manumit.matching.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheJdkIcuAndJspecifyAreUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "manumit.matching..", "java..", "com.ibm.icu..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void icuStaysInsideTextAndSimilarity() {
        classes()
                .that()
                .resideOutsideOfPackages("manumit.matching.text..", "manumit.matching.similarity..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("com.ibm.icu..")
                .check(CLASSES);
    }
}
