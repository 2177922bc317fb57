package dev.klp.processor.spec;

import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Finds annotations that stand where nothing reads them. */
public final class Misplacement {
    private Misplacement() {}

    /** Of {@code element}'s own annotations, provided that no patch type is around it: that one reports what is in it. */
    public static Stream<Misplaced> outsidePatches(Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (KlpAnnotation.PATCH.isOn(around)) {
                return Stream.empty();
            }
        }
        return own(element);
    }

    /** In a patch type, but not in a patch type nested in it. */
    static Stream<Misplaced> in(Element patch) {
        return Stream.concat(
                own(patch),
                patch.getEnclosedElements().stream()
                        .filter(inner -> !KlpAnnotation.PATCH.isOn(inner))
                        .flatMap(Misplacement::in));
    }

    private static Stream<Misplaced> own(Element element) {
        Element around = element.getEnclosingElement();
        Stream<Misplaced> object =
                KlpAnnotation.PATCH.isOn(around) ? Stream.empty() : on(element, KlpAnnotation.OBJECT);
        Stream<Misplaced> func = KlpAnnotation.OBJECT.isOn(around) ? Stream.empty() : on(element, KlpAnnotation.FUNC);
        Stream<Misplaced> syscall =
                KlpAnnotation.OBJECT.isOn(around) ? Stream.empty() : on(element, KlpAnnotation.SYSCALL);
        Stream<Misplaced> relocations = KlpAnnotation.OBJECT.isOn(element)
                ? Stream.empty()
                : KlpAnnotation.relocations(element)
                        .map(members -> misplaced(element, members.mirror(), KlpAnnotation.MODULE_RELOC));
        return Stream.of(object, func, syscall, relocations).flatMap(Function.identity());
    }

    private static Stream<Misplaced> on(Element element, KlpAnnotation annotation) {
        return annotation.on(element).stream().map(mirror -> misplaced(element, mirror, annotation));
    }

    private static Misplaced misplaced(Element element, AnnotationMirror mirror, KlpAnnotation annotation) {
        return new Misplaced(Position.of(element, mirror), annotation.simpleName(), annotation.place());
    }
}
