package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.livepatch.KernelModule;

/** Reads the annotations of one dialect. */
interface Dialect {
    /**
     * Tells the collector of every annotation in a module, and of every one that makes no sense.
     *
     * @throws ElfFormatException if a table of the module is malformed
     */
    void read(KernelModule module, AnnotationCollector collector) throws ElfFormatException;
}
