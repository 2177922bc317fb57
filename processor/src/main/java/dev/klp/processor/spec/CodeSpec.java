package dev.klp.processor.spec;

import com.google.auto.common.MoreElements;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * One {@code code} as it is written.
 *
 * @param element the qualified name of the type or method that it stands on
 * @param text the C text
 */
public record CodeSpec(String element, Positioned<String> text) {
    /** The most characters of a name that the name of a file keeps; file systems take 255. */
    private static final int LONGEST_NAME = 200;

    /** Empty where the annotation has none. */
    static Optional<CodeSpec> of(Element element, AnnotationMirror mirror) {
        Positioned<String> text = new Members(element, mirror).string("code");
        return text.value().isEmpty() ? Optional.empty() : Optional.of(new CodeSpec(name(element), text));
    }

    private static String name(Element element) {
        return element instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : MoreElements.asType(Objects.requireNonNull(element.getEnclosingElement(), "a method is in a type"))
                                .getQualifiedName()
                        + "."
                        + element.getSimpleName();
    }

    /** The name of its file in the tree: the compiler shows it where the place in the Java file is not known. */
    public String file() {
        StringBuilder name = new StringBuilder();
        for (char c : element.toCharArray()) {
            boolean plain = c < 0x80 && c != '$';
            name.append(plain ? String.valueOf(c) : String.format("_u%04x", (int) c));
        }
        boolean fits = name.length() <= LONGEST_NAME;
        return (fits ? name : name.substring(0, LONGEST_NAME) + "_" + Integer.toHexString(element.hashCode())) + ".c";
    }
}
