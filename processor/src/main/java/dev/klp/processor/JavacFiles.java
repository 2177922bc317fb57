package dev.klp.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.klp.processor.javasource.JavaFile;
import dev.klp.processor.spec.Position;
import java.io.IOException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.tools.JavaFileObject;

/** The Java files that javac compiles, by its published tree API ({@code com.sun.source.util.Trees}). */
final class JavacFiles {
    private final Trees trees;

    private JavacFiles(Trees trees) {
        this.trees = trees;
    }

    /** Empty for other compilers, and for build tools that wrap javac's environment. */
    static Optional<JavacFiles> of(ProcessingEnvironment environment) {
        try {
            return Optional.of(new JavacFiles(Trees.instance(environment)));
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** The file of a value, and on which line of it the value begins. */
    Optional<JavaFile> find(Position position, PackageElement parent) {
        TreePath path = trees.getPath(position.element(), position.annotation(), position.value());
        if (path == null) {
            return Optional.empty();
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        long start = trees.getSourcePositions().getStartPosition(unit, path.getLeaf());
        try {
            JavaFileObject file = unit.getSourceFile();
            return Optional.of(new JavaFile(
                    below(parent, file),
                    file.getCharContent(true).toString(),
                    start < 0 ? 0 : (int) unit.getLineMap().getLineNumber(start)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String below(PackageElement parent, JavaFileObject file) {
        String path = file.toUri().getPath();
        String name = path == null ? file.getName() : path;
        String last = name.substring(name.lastIndexOf('/') + 1);
        return parent.isUnnamed() ? last : parent.getQualifiedName().toString().replace('.', '/') + "/" + last;
    }
}
