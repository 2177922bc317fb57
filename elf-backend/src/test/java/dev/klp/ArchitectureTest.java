package dev.klp;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
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
            .importPackages("dev.klp");

    @Test
    void theElfLayerKnowsNothingOfKernelsOrLivepatches() {
        classes()
                .that()
                .resideInAPackage("dev.klp.elf..")
                .should()
                .onlyDependOnClassesThat(
                        are(resideInAnyPackage("dev.klp.elf..", "dev.klp.io", "java..", "org.jspecify..")))
                .check(CLASSES);
    }

    @Test
    void theViewOfAFileKnowsNothingOfChangingIt() {
        noClasses()
                .that()
                .resideInAPackage("dev.klp.elf")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.klp.elf.image..")
                .check(CLASSES);
    }

    @Test
    void writingFilesKnowsNothingOfWhatIsWritten() {
        classes()
                .that()
                .resideInAPackage("dev.klp.io")
                .should()
                .onlyDependOnClassesThat(are(resideInAnyPackage("dev.klp.io", "java..", "org.jspecify..")))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        DescribedPredicate<JavaClass> outside = DescribedPredicate.not(resideInAPackage("dev.klp.cli.."));
        noClasses()
                .that(outside)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("dev.klp.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        Set<String> packages = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        CLASSES.forEach(type -> {
            packages.add(type.getPackageName());
            if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class)) {
                marked.add(type.getPackageName());
            }
        });
        assertThat(marked).isNotEmpty().isEqualTo(packages);
    }
}
