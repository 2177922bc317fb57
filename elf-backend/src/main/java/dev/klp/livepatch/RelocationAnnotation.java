package dev.klp.livepatch;

import dev.klp.kernel.KernelSymbol;
import java.util.List;

/**
 * The annotation that a symbol needs, as an author would paste it.
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

    /** What to write and where: {@code write @KlpModuleReloc(...) on the @KlpObject type of 'loop'}. */
    public String advice() {
        return "write " + text() + " on the @KlpObject type of '" + gatingObject + "'";
    }

    /**
     * The same for a module that is written in C: a label behind the declaration. It has quotes of its own, because the assembler
     * would end the name at the comma.
     */
    public String label() {
        int position = symbol.occurrences() == 1 ? 0 : symbol.position();
        String name =
                ".klp.sym.rela." + gatingObject + "." + symbol.object().name() + "." + symbol.name() + "," + position;
        return "asm(\"\\\"" + name + "\\\"\")";
    }

    private String declaration() {
        List<String> declarations = symbol.declarations();
        return declarations.size() == 1 ? declarations.get(0) : "<type> " + symbol.name();
    }
}
