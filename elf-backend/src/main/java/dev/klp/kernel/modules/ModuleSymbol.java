package dev.klp.kernel.modules;

import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;

/**
 * One symbol of a module's {@code .symtab} that has a name and is defined here.
 *
 * @param name its name, one character per byte
 * @param section the index of its section in the file, 0 for none
 * @param value its offset in that section, or its absolute value
 * @param sizeBytes {@code st_size}
 * @param type the letter that {@code /proc/kallsyms} shows once the module is loaded, in lower case
 * @param kind what it stands for
 * @param global whether it is visible to other object files
 * @param weak whether it is weak
 * @param init whether it is gone once the module is live
 * @param traceability whether a livepatch can replace it
 */
public record ModuleSymbol(
        String name,
        int section,
        long value,
        long sizeBytes,
        char type,
        SymbolKind kind,
        boolean global,
        boolean weak,
        boolean init,
        Traceability traceability) {}
