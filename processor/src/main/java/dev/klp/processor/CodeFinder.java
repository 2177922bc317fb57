package dev.klp.processor;

import com.google.auto.common.MoreElements;
import dev.klp.processor.javasource.CodeText;
import dev.klp.processor.javasource.JavaFile;
import dev.klp.processor.javasource.JavaLiteral;
import dev.klp.processor.spec.CodeSpec;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.SourceFiles;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.SourceFile;
import dev.klp.templates.model.SourceLine;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Makes files of C text in annotations, which say where it stands in the Java file: javac tells which file and line that is; for
 * another compiler the file is looked for as C files are, and the text in it. Where it is not found, the compiler's messages
 * show the generated file, whose name is that of the annotated element.
 */
final class CodeFinder {
    private final Filer filer;
    private final @Nullable Path folder;
    private final Optional<JavacFiles> javac;
    private final Map<CodeSpec, SourceFile> known = new HashMap<>();

    private CodeFinder(Filer filer, @Nullable Path folder, Optional<JavacFiles> javac) {
        this.filer = filer;
        this.folder = folder;
        this.javac = javac;
    }

    /** @param folder that of {@code klp.sources} */
    static CodeFinder of(ProcessingEnvironment environment, @Nullable Path folder) {
        return new CodeFinder(environment.getFiler(), folder, JavacFiles.of(environment));
    }

    SourceFile find(CodeSpec code) {
        return known.computeIfAbsent(code, this::lookUp);
    }

    private SourceFile lookUp(CodeSpec code) {
        RelativePath path = new RelativePath(code.file());
        String value = code.text().value();
        return javaFile(code.text().position())
                .filter(file -> RelativePath.problem(file.below()) == null)
                .flatMap(file -> file.literal(value).map(literal -> placed(path, file, literal)))
                .orElseGet(() -> new SourceFile(path, value.endsWith("\n") ? value : value + "\n"));
    }

    private static SourceFile placed(RelativePath path, JavaFile file, JavaLiteral literal) {
        RelativePath origin = new RelativePath(file.below());
        return new SourceFile(
                path,
                CodeText.of(literal, origin),
                new SourceLine(origin, literal.lines().get(0)));
    }

    private Optional<JavaFile> javaFile(Position position) {
        PackageElement parent = MoreElements.getPackage(position.element());
        return javac.flatMap(files -> files.find(position, parent))
                .or(() -> beside(parent, outermost(position.element())));
    }

    /** The file that a type is in unless another type is its main one. */
    private Optional<JavaFile> beside(PackageElement parent, TypeElement type) {
        String name = type.getSimpleName() + ".java";
        return RelativePath.problem(name) == null
                        && new SourceFinder(filer, parent.getQualifiedName().toString(), folder, this)
                                        .find(new RelativePath(name))
                                instanceof SourceFiles.Found found
                ? Optional.of(new JavaFile(found.origin(), found.text(), 0))
                : Optional.empty();
    }

    private static TypeElement outermost(Element element) {
        Element around = element.getEnclosingElement();
        return around == null || around instanceof PackageElement ? MoreElements.asType(element) : outermost(around);
    }
}
