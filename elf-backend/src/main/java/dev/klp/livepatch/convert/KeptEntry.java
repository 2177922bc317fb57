package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.livepatch.arch.Architecture;
import java.util.OptionalInt;

/**
 * Keeps a table of relocations from becoming empty. {@code strip} of binutils 2.40, as run by {@code make modules_install
 * INSTALL_MOD_STRIP=1}, brings symbol indices up to date in a section's livepatch relocations only if the section's ordinary ones
 * are not empty; else the kernel later follows a stale index out of the symbol table.
 */
final class KeptEntry {
    private KeptEntry() {}

    /** Puts an entry that the loader passes over into a table without entries, if its loader passes over any. */
    static void keepOne(Architecture architecture, RelocationContent table) throws ElfFormatException {
        OptionalInt ignored = architecture.ignoredType();
        if (ignored.isPresent() && table.entries().isEmpty()) {
            table.entries().add(new Relocation(0, null, ignored.getAsInt(), 0));
        }
    }
}
