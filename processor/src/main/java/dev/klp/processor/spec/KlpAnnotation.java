package dev.klp.processor.spec;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The annotations that are read, by name: they are the author's dependency and not the processor's, so that the
 * processor's jar is alone on its path.
 */
public enum KlpAnnotation {
    PATCH("KlpPatch", "on a type"),
    OBJECT("KlpObject", "on a type nested directly in a @KlpPatch type"),
    FUNC("KlpFunc", "on a method of a @KlpObject type"),
    SYSCALL("KlpSyscall", "on a method of the @KlpObject type for vmlinux"),
    MODULE_RELOC("KlpModuleReloc", "on a @KlpObject type"),
    /** What the compiler puts around several of the former. */
    MODULE_RELOCS("KlpModuleRelocs", "on a @KlpObject type");

    /** The package of the annotations and of what a companion implements. */
    public static final String PACKAGE = "dev.klp.annotations";

    private final String simpleName;
    private final String place;

    KlpAnnotation(String simpleName, String place) {
        this.simpleName = simpleName;
        this.place = place;
    }

    /** The name in the source. */
    public String simpleName() {
        return simpleName;
    }

    /** The name as a compiler knows it. */
    public String qualifiedName() {
        return PACKAGE + "." + simpleName;
    }

    /** Where it belongs, as the end of a sentence. */
    String place() {
        return place;
    }

    /** All {@link #MODULE_RELOC}s of a type in the order of the source, be it one or several in their container. */
    static Stream<Members> relocations(Element element) {
        Stream<Members> single = MODULE_RELOC.on(element).stream().map(one -> new Members(element, one));
        Stream<Members> several = MODULE_RELOCS.on(element).stream()
                .flatMap(container -> new Members(element, container).annotations("value").stream());
        return Stream.concat(single, several);
    }

    Optional<? extends AnnotationMirror> on(Element element) {
        return element.getAnnotationMirrors().stream().filter(this::is).findFirst();
    }

    boolean isOn(@Nullable Element element) {
        return element != null && on(element).isPresent();
    }

    static boolean isOurs(AnnotationMirror mirror) {
        return Stream.of(values()).anyMatch(annotation -> annotation.is(mirror));
    }

    private boolean is(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(qualifiedName());
    }
}
