package dev.klp.processor.spec;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The members of one annotation with their positions.
 *
 * @param element the element that the annotation, or the one around it, stands on
 * @param mirror the annotation
 */
record Members(Element element, AnnotationMirror mirror) {
    /**
     * Whether every member without a default is given, and every given one has a value, here and in nested annotations;
     * where not, the compiler says so.
     */
    boolean complete() {
        boolean own = declared()
                .allMatch(member -> member.getDefaultValue() != null
                        || mirror.getElementValues().containsKey(member));
        return own
                && mirror.getElementValues().values().stream().allMatch(Members::known)
                && mirror.getElementValues().values().stream()
                        .flatMap(Members::nested)
                        .allMatch(inner -> new Members(element, inner).complete());
    }

    /** Both compilers give the text {@code <error>} for a constant that does not exist. */
    private static boolean known(AnnotationValue value) {
        return value.getValue() instanceof List<?> entries
                ? entries.stream().allMatch(entry -> known((AnnotationValue) entry))
                : !value.getValue().equals("<error>");
    }

    private static Stream<AnnotationMirror> nested(AnnotationValue value) {
        if (value.getValue() instanceof AnnotationMirror inner) {
            return Stream.of(inner);
        }
        return value.getValue() instanceof List<?> entries
                ? entries.stream().flatMap(entry -> nested((AnnotationValue) entry))
                : Stream.empty();
    }

    private Stream<ExecutableElement> declared() {
        return ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements()).stream();
    }

    Positioned<String> string(String member) {
        Positioned<AnnotationValue> value = value(member);
        return new Positioned<>((String) value.value().getValue(), value.position(), value.given());
    }

    /** A text member that stands for another text while it is empty. */
    Positioned<String> string(String member, String whenEmpty) {
        Positioned<String> text = string(member);
        return text.value().isEmpty() ? new Positioned<>(whenEmpty, position(null), false) : text;
    }

    Positioned<Integer> integer(String member) {
        Positioned<AnnotationValue> value = value(member);
        return new Positioned<>((Integer) value.value().getValue(), value.position(), value.given());
    }

    Positioned<Long> longInteger(String member) {
        Positioned<AnnotationValue> value = value(member);
        return new Positioned<>((Long) value.value().getValue(), value.position(), value.given());
    }

    /** The name of an enumeration's constant. */
    String constant(String member) {
        return ((VariableElement) value(member).value().getValue())
                .getSimpleName()
                .toString();
    }

    Positioned<Boolean> flag(String member) {
        Positioned<AnnotationValue> value = value(member);
        return new Positioned<>((Boolean) value.value().getValue(), value.position(), value.given());
    }

    /** The entries of an array member, each at its own position. */
    List<Positioned<String>> strings(String member) {
        AnnotationValue array = value(member).value();
        return entries(array).stream()
                .map(entry ->
                        new Positioned<>((String) entry.getValue(), new Position(element, mirror, array, entry), true))
                .toList();
    }

    /** The classes of an array member, each at its own position. */
    List<Positioned<TypeMirror>> types(String member) {
        AnnotationValue array = value(member).value();
        return entries(array).stream()
                .map(entry -> new Positioned<>(
                        (TypeMirror) entry.getValue(), new Position(element, mirror, array, entry), true))
                .toList();
    }

    /** The annotation that a member holds. */
    Members annotation(String member) {
        return new Members(element, (AnnotationMirror) value(member).value().getValue());
    }

    /** The annotations of an array member. */
    List<Members> annotations(String member) {
        return entries(value(member).value()).stream()
                .map(entry -> new Members(element, (AnnotationMirror) entry.getValue()))
                .toList();
    }

    private static List<AnnotationValue> entries(AnnotationValue array) {
        return ((List<?>) array.getValue())
                .stream().map(AnnotationValue.class::cast).toList();
    }

    private Positioned<AnnotationValue> value(String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> given :
                mirror.getElementValues().entrySet()) {
            if (given.getKey().getSimpleName().contentEquals(member)) {
                return new Positioned<>(given.getValue(), position(given.getValue()), true);
            }
        }
        AnnotationValue unset = declared()
                .filter(method -> method.getSimpleName().contentEquals(member))
                .flatMap(method -> Stream.ofNullable(method.getDefaultValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("@"
                        + mirror.getAnnotationType().asElement().getSimpleName() + " has no member '" + member + "'"
                        + ": the annotations on the class path are of another version"));
        return new Positioned<>(unset, position(null), false);
    }

    /** The whole annotation. */
    Position position() {
        return position(null);
    }

    private Position position(@Nullable AnnotationValue value) {
        return new Position(element, mirror, value, null);
    }
}
