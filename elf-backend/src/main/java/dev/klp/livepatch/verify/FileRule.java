package dev.klp.livepatch.verify;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;

/** One rule of the kernel for the file of a module, before its contents are looked at. */
interface FileRule {
    /**
     * Tells what of a file breaks the rule.
     *
     * @throws ElfFormatException if a table of the file is malformed
     */
    void check(ElfFile file, Findings findings) throws ElfFormatException;
}
