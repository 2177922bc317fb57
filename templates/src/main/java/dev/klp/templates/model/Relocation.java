package dev.klp.templates.model;

/**
 * A reference to a symbol that the kernel does not export.
 *
 * @param gatingObject the object whose loading makes the kernel apply the relocation
 * @param definingObject the object that defines the symbol
 * @param symbol the symbol's name in the kernel
 * @param position which symbol of that name in the defining object
 * @param declaration the C declaration, whose name is the one that the author's C code uses
 */
public record Relocation(
        ObjectName gatingObject,
        ObjectName definingObject,
        SymbolName symbol,
        SymbolPosition position,
        CDeclaration declaration) {

    /** The name that the author's C code uses. */
    public CIdentifier cName() {
        return declaration.name();
    }
}
