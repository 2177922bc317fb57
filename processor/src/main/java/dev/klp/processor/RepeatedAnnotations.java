package dev.klp.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.klp.processor.spec.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Messages at a repeated annotation. javac puts it into a container that is nowhere in the source, and then finds no
 * place for a message at it ({@code matchAnnoToTree} in {@code com.sun.tools.javac.model.JavacElements}, JDK 17 to 25):
 * the message would stand at the type. javac's published tree API finds the place.
 */
final class RepeatedAnnotations {
    private final Trees trees;

    private RepeatedAnnotations(Trees trees) {
        this.trees = trees;
    }

    /** Empty for other compilers, and for build tools that wrap javac's environment. */
    static Optional<RepeatedAnnotations> of(ProcessingEnvironment environment) {
        try {
            return Optional.of(new RepeatedAnnotations(Trees.instance(environment)));
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Whether the message could be placed. */
    boolean print(Kind kind, String text, Position position) {
        AnnotationMirror annotation = position.annotation();
        TreePath path = annotation == null ? null : trees.getPath(position.element());
        if (annotation == null || path == null || !(path.getLeaf() instanceof ClassTree type)) {
            return false;
        }
        Optional<AnnotationTree> written = indexInContainer(position, annotation)
                .flatMap(index ->
                        annotations(type, annotation).skip(index).findFirst().map(AnnotationTree.class::cast));
        written.ifPresent(tree -> trees.printMessage(
                kind, text, value(tree, annotation, position.value()).orElse(tree), path.getCompilationUnit()));
        return written.isPresent();
    }

    private static Optional<Integer> indexInContainer(Position position, AnnotationMirror annotation) {
        return position.element().getAnnotationMirrors().stream()
                .flatMap(container -> container.getElementValues().values().stream())
                .filter(value -> value.getValue() instanceof List<?>)
                .map(value -> ((List<?>) value.getValue())
                        .stream()
                                .map(entry -> ((AnnotationValue) entry).getValue())
                                .toList()
                                .indexOf(annotation))
                .filter(index -> index >= 0)
                .findFirst();
    }

    /** The type's own annotations of the kind of {@code annotation}; none where the container is written out. */
    private static Stream<? extends AnnotationTree> annotations(ClassTree type, AnnotationMirror annotation) {
        String name = annotation.getAnnotationType().asElement().getSimpleName().toString();
        return type.getModifiers().getAnnotations().stream().filter(tree -> {
            String written = tree.getAnnotationType().toString();
            return written.equals(name) || written.endsWith("." + name);
        });
    }

    private static Optional<Tree> value(
            AnnotationTree tree, AnnotationMirror annotation, @Nullable AnnotationValue value) {
        return annotation.getElementValues().entrySet().stream()
                .filter(member -> member.getValue().equals(value))
                .flatMap(member -> tree.getArguments().stream()
                        .filter(AssignmentTree.class::isInstance)
                        .map(AssignmentTree.class::cast)
                        .filter(argument -> argument.getVariable()
                                .toString()
                                .contentEquals(member.getKey().getSimpleName()))
                        .map(AssignmentTree::getExpression))
                .map(Tree.class::cast)
                .findFirst();
    }
}
