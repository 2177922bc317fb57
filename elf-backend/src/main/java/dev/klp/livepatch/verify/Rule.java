package dev.klp.livepatch.verify;

import dev.klp.elf.ElfFormatException;

/** One rule of the kernel for livepatch modules. */
interface Rule {
    /**
     * Tells what of a module breaks the rule.
     *
     * @throws ElfFormatException if a table of the module is malformed
     */
    void check(Subject subject, Findings findings) throws ElfFormatException;
}
