package dev.klp.elf.image;

import dev.klp.elf.ElfFormatException;

/** Makes objects of everything in an image that is kept as bytes until it is asked for. */
final class Inflation {
    private Inflation() {}

    static void inflate(ElfImage image) throws ElfFormatException {
        for (Section section : image.sections()) {
            if (section.content() instanceof SymbolTableContent table) {
                table.symbols();
            } else if (section.content() instanceof RelocationContent relocations) {
                relocations.entries();
            } else if (section.content() instanceof GroupContent group) {
                group.signature();
            }
        }
    }
}
