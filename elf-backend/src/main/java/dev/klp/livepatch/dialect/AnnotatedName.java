package dev.klp.livepatch.dialect;

import dev.klp.livepatch.KernelSymbol;
import dev.klp.livepatch.ObjectName;

/**
 * A symbol whose name is its annotation:
 * {@code .klp.sym.rela.<gating object>.<defining object>.<name>,<position>}, or with a dot before the position, because
 * some assemblers cannot read a comma in a symbol's name. Both are macros {@code KLP_RELOC_SYMBOL_POS} of the proposed
 * klp-convert patches of 2024.
 *
 * @param gatingObject the object whose loading makes the kernel apply the relocations
 * @param symbol the symbol meant
 */
record AnnotatedName(ObjectName gatingObject, KernelSymbol symbol) {
    static final String PREFIX = ".klp.sym.rela.";

    static boolean is(String symbolName) {
        return symbolName.startsWith(PREFIX);
    }

    /**
     * Takes a name apart. Objects have no dots in their names, so the first two dots end them; symbols may have ({@code
     * foo.isra.0}) but always a position after them, so the last comma, or without one the last dot, begins the position.
     *
     * @throws IllegalArgumentException if the name does not have that form; the text says where it departs from it
     */
    static AnnotatedName parse(String symbolName) {
        int gatingEnd = symbolName.indexOf('.', PREFIX.length());
        int definingEnd = gatingEnd < 0 ? -1 : symbolName.indexOf('.', gatingEnd + 1);
        if (definingEnd < 0) {
            throw new IllegalArgumentException(
                    "expected " + PREFIX + "<gating object>.<defining object>.<name>,<position>");
        }
        int comma = symbolName.lastIndexOf(',');
        int nameEnd = comma >= 0 ? comma : symbolName.lastIndexOf('.');
        if (nameEnd <= definingEnd) {
            throw new IllegalArgumentException("the position after the symbol's name is missing");
        }
        ObjectName gatingObject = ObjectName.parse(symbolName.substring(PREFIX.length(), gatingEnd));
        ObjectName definingObject = ObjectName.parse(symbolName.substring(gatingEnd + 1, definingEnd));
        String name = symbolName.substring(definingEnd + 1, nameEnd);
        long position = parsePosition(symbolName.substring(nameEnd + 1));
        return new AnnotatedName(gatingObject, new KernelSymbol(definingObject, name, position));
    }

    private static long parsePosition(String digits) {
        if (digits.isEmpty() || digits.length() > 10) {
            throw new IllegalArgumentException("'" + digits + "' is not a position");
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                throw new IllegalArgumentException("'" + digits + "' is not a position");
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
