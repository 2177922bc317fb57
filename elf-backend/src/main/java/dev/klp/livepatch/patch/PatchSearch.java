package dev.klp.livepatch.patch;

import dev.klp.elf.ElfFormatException;
import dev.klp.livepatch.KernelModule;

/** Whether a module's {@code struct klp_patch} was found. */
public sealed interface PatchSearch {
    /**
     * It was.
     *
     * @param patch what it says
     * @param terminated whether the array of objects has the empty entry at which the kernel stops
     */
    record Found(Patch patch, boolean terminated) implements PatchSearch {}

    /**
     * It was not: the module has none in its data, builds it when it is loaded, or has several.
     *
     * @param reason why, a part of a sentence
     */
    record Unknown(String reason) implements PatchSearch {}

    /**
     * Looks for it.
     *
     * @throws ElfFormatException if a table of the module is malformed
     */
    static PatchSearch in(KernelModule module) throws ElfFormatException {
        return new PatchReader(module).read();
    }
}
