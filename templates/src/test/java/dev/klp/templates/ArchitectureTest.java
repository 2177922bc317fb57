package dev.klp.templates;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may know of what in this module. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.klp.templates");

    @Test
    void theModelKnowsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("dev.klp.templates.model..")
                .should()
                .onlyDependOnClassesThat(
                        are(resideInAnyPackage("dev.klp.templates.model..", "java..", "org.jspecify..")))
                .check(CLASSES);
    }

    @Test
    void nothingKnowsTheCompiler() {
        noClasses().should().dependOnClassesThat().resideInAPackage("javax..").check(CLASSES);
    }

    @Test
    void theRendererAloneKnowsTheTemplateEngine() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.TemplateLibrary(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("freemarker..")
                .check(CLASSES);
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("dev.klp.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingPrints() {
        noClasses()
                .should()
                .accessClassesThat()
                .haveFullyQualifiedName("java.lang.System")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            packages.add(type.getPackageName());
            if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class)) {
                marked.add(type.getPackageName());
            }
        }
        assertThat(marked).isNotEmpty().isEqualTo(packages);
    }
}
