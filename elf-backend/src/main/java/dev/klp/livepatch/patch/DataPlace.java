package dev.klp.livepatch.patch;

import dev.klp.elf.image.Section;

/**
 * A place in a section.
 *
 * @param section the section
 * @param offset the offset in it, in bytes
 */
record DataPlace(Section section, long offset) {
    DataPlace plus(long bytes) {
        return new DataPlace(section, offset + bytes);
    }
}
