package dev.klp.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may know of whom. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.klp.processor");

    @Test
    void theDriverAloneTalksToTheCompiler() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.klp.processor.spec", "dev.klp.processor.check", "dev.klp.processor.emit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.annotation.processing", "javax.tools", "com.sun..")
                .check(CLASSES);
    }

    @Test
    void checksSeeNoElements() {
        noClasses()
                .that()
                .resideInAPackage("dev.klp.processor.check")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.lang.model..", "com.google..", "com.palantir..")
                .check(CLASSES);
    }

    @Test
    void arrowsPointOneWay() {
        SlicesRuleDefinition.slices()
                .matching("dev.klp.processor.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("dev.klp.processor.spec", "dev.klp.processor.check", "dev.klp.processor.emit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.klp.processor")
                .check(CLASSES);
    }

    @Test
    void nothingPrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
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
        assertThat(marked).isEqualTo(packages);
    }
}
