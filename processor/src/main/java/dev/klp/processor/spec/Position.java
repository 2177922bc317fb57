package dev.klp.processor.spec;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place in the author's source, as exact as a compiler takes it.
 *
 * @param element the annotated type or method
 * @param annotation the annotation on it, or one nested in that; null means the element itself
 * @param member a member's value; null means the whole annotation
 * @param entry the entry meant, where that value is an array; null means the whole value
 */
public record Position(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue member,
        @Nullable AnnotationValue entry) {
    /** The element's own name. */
    public static Position of(Element element) {
        return new Position(element, null, null, null);
    }

    /** As exact as can be: the entry, or the member's value, or null for the whole annotation. */
    public @Nullable AnnotationValue value() {
        return entry != null ? entry : member;
    }

    static Position of(Element element, AnnotationMirror annotation) {
        return new Position(element, annotation, null, null);
    }
}
