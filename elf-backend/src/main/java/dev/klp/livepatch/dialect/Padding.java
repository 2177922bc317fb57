package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Section;
import java.nio.ByteBuffer;

/** Bytes of an annotation section that say nothing. */
final class Padding {
    private Padding() {}

    /** Bytes between entries, or the place of a pointer, which is zero under relocations with addends. */
    static void requireZero(Section section, ByteBuffer bytes, long from, long to, AnnotationCollector collector)
            throws ElfFormatException {
        for (long offset = from; offset < to; offset++) {
            if (bytes.get((int) offset) != 0) {
                collector.problem(section, offset, "a byte that is not zero belongs to no entry with a symbol");
                return;
            }
        }
    }
}
