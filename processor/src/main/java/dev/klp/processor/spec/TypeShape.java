package dev.klp.processor.spec;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * What is known of an annotated type beside its annotations.
 *
 * @param position its name in the source
 * @param packageName its package, empty for the unnamed one
 * @param binaryName its name below the package, with {@code $} between nested types
 * @param kind how Java calls it: {@code interface}, {@code enum}
 * @param interfaceOrClass whether it is one of the two kinds that a patch and an object may be
 */
public record TypeShape(
        Position position, String packageName, String binaryName, String kind, boolean interfaceOrClass) {
    static TypeShape of(TypeElement type, String packageName, String binaryName) {
        ElementKind kind = type.getKind();
        String name = switch (kind) {
            case ANNOTATION_TYPE -> "annotation type";
            case ENUM -> "enum";
            case RECORD -> "record";
            case INTERFACE -> "interface";
            default -> "class";
        };
        boolean permitted = kind == ElementKind.INTERFACE || kind == ElementKind.CLASS;
        return new TypeShape(Position.of(type), packageName, binaryName, name, permitted);
    }

    /** The name as the author reads it: {@code Outer.Inner}. */
    public String simpleName() {
        return binaryName.replace('$', '.');
    }
}
