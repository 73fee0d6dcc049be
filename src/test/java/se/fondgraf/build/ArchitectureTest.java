package se.fondgraf.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md: which package may know which. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.fondgraf");

    @Test
    void arrows() {
        ArchRule rule = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("name")
                .definedBy("..name..")
                .layer("curated")
                .definedBy("..curated..")
                .layer("page")
                .definedBy("..fondgraf.page..")
                .layer("place")
                .definedBy("..place..")
                .layer("resolve")
                .definedBy("..resolve..")
                .layer("rdf")
                .definedBy("..fondgraf.rdf..")
                .layer("publish")
                .definedBy("..publish..")
                .layer("dump")
                .definedBy("..fondgraf.dump..")
                .layer("input")
                .definedBy("..fondgraf.input..")
                .layer("convert")
                .definedBy("..convert..")
                .layer("engine")
                .definedBy("..fondgraf.engine..")
                .layer("store")
                .definedBy("..store..")
                .layer("query")
                .definedBy("..fondgraf.query..")
                .layer("search")
                .definedBy("..fondgraf.search..")
                .layer("describe")
                .definedBy("..fondgraf.describe..")
                .layer("web")
                .definedBy("..web..")
                .layer("cli")
                .definedBy("..cli..")
                .whereLayer("name")
                .mayNotAccessAnyLayer()
                .whereLayer("curated")
                .mayNotAccessAnyLayer()
                .whereLayer("page")
                .mayOnlyAccessLayers("name", "curated")
                .whereLayer("place")
                .mayOnlyAccessLayers("name", "curated")
                .whereLayer("resolve")
                .mayOnlyAccessLayers("name", "curated", "page", "place")
                .whereLayer("rdf")
                .mayOnlyAccessLayers("name", "curated", "page", "place", "resolve")
                .whereLayer("input")
                .mayOnlyAccessLayers("name")
                .whereLayer("convert")
                .mayOnlyAccessLayers("name", "curated", "page", "place", "resolve", "rdf", "input", "query", "describe")
                .whereLayer("publish")
                .mayOnlyAccessLayers("name")
                .whereLayer("dump")
                .mayOnlyAccessLayers("name", "rdf", "publish", "describe")
                .whereLayer("engine")
                .mayOnlyAccessLayers("name")
                .whereLayer("store")
                .mayOnlyAccessLayers("name", "engine")
                .whereLayer("query")
                .mayOnlyAccessLayers("name", "store")
                .whereLayer("describe")
                .mayOnlyAccessLayers("name", "curated", "rdf", "query")
                .whereLayer("search")
                .mayOnlyAccessLayers("name", "place", "resolve", "store")
                .whereLayer("web")
                .mayOnlyAccessLayers("name", "place", "engine", "store", "query", "search", "describe", "dump");
        rule.check(CLASSES);
    }

    @Test
    void noCycles() {
        ArchRule rule = slices().matching("se.fondgraf.(*)..").should().beFreeOfCycles();
        rule.check(CLASSES);
    }

    @Test
    void pagesAndNamesKnowNoJena() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(
                        "..name..",
                        "..curated..",
                        "..fondgraf.page..",
                        "..place..",
                        "..resolve..",
                        "..fondgraf.input..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.jena..");
        rule.check(CLASSES);
    }

    @Test
    void onlyTheWebTierKnowsServers() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages("..web..", "..cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..", "jakarta.servlet..", "org.apache.jena.fuseki..");
        rule.check(CLASSES);
    }

    @Test
    void nobodyButTheCommandLineKnowsTheWebTier() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("..web..")
                .should()
                .onlyBeAccessed()
                .byAnyPackage("..web..", "..cli..");
        rule.check(CLASSES);
    }
}
