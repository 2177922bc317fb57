package dev.klp.annotations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What an author's project gets along with the annotations. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.klp");

    @Test
    void nothingButTheJdkAndJspecifyIsNeeded() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.klp.annotations..", "java.lang..", "java.util", "org.jspecify..")
                .check(CLASSES);
    }

    /** Tools see these; Gradle's incremental processing asks for it. Nothing of a patch is there at run time. */
    @Test
    void everyAnnotationStaysInTheClassFile() {
        List<JavaClass> annotations =
                CLASSES.stream().filter(JavaClass::isAnnotation).toList();
        assertThat(annotations).extracting(JavaClass::getSimpleName).contains("KlpPatch", "KlpFunc");
        assertThat(annotations)
                .allSatisfy(annotation -> assertThat(
                                annotation.getAnnotationOfType(Retention.class).value())
                        .isEqualTo(RetentionPolicy.CLASS));
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
