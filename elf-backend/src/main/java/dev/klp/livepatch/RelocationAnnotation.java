package dev.klp.livepatch;

import dev.klp.kernel.KernelSymbol;
import java.util.List;

/**
 * The Java annotation that a symbol needs, as an author would paste it.
 *
 * @param gatingObject the object whose type it stands on: {@code vmlinux} or a module's name
 * @param symbol the symbol
 */
public record RelocationAnnotation(String gatingObject, KernelSymbol symbol) {
    /**
     * The annotation on one line. The declaration is the kernel's own, from its BTF; where that has none, as for most data, or
     * several, the type is left to the author: {@code <type>}.
     */
    public String text() {
        StringBuilder text = new StringBuilder("@KlpModuleReloc(symbol = \"")
                .append(symbol.name())
                .append("\", declaration = \"")
                .append(declaration())
                .append('"');
        String object = symbol.object().name();
        if (!object.equals(gatingObject)) {
            text.append(", definedIn = \"").append(object).append('"');
        }
        if (symbol.occurrences() > 1) {
            text.append(", sympos = ").append(symbol.position());
        }
        return text.append(')').toString();
    }

    /** Where it belongs: {@code on the type of 'loop'}. */
    public String place() {
        return "on the @KlpObject type of '" + gatingObject + "'";
    }

    private String declaration() {
        List<String> declarations = symbol.declarations();
        return declarations.size() == 1 ? declarations.get(0) : "<type> " + symbol.name();
    }
}
