package dev.klp.templates.model;

import java.util.List;

/** How the generated C tells {@code klp convert} of a relocation. Both forms end in the same sections of the module. */
public enum RelocationForm {
    /**
     * The symbol has its own name in C and an entry in the array of section {@code .klp.module_relocs.<object>}. The
     * array has one object for all entries and tells the symbols apart by name.
     */
    ARRAY,

    /**
     * A C name stands for the assembler symbol {@code .klp.sym.rela.<gating>.<defining>.<name>,<sympos>}, which says
     * everything by itself.
     */
    LABEL;

    /**
     * The form of one relocation of a patch: the array where it can express it, because it keeps the symbol's real name
     * in the object file, the assembler's listing and the compiler's messages; otherwise the label.
     *
     * @param all all relocations of the patch, {@code relocation} among them
     */
    public static RelocationForm of(Relocation relocation, List<Relocation> all) {
        boolean oneObject = relocation.gatingObject().equals(relocation.definingObject());
        boolean ownName = relocation.symbol().text().equals(relocation.cName().text());
        boolean onlyOne = all.stream()
                .filter(other -> other.symbol().equals(relocation.symbol()))
                .allMatch(relocation::equals);
        return oneObject && ownName && onlyOne ? ARRAY : LABEL;
    }
}
