package dev.klp.livepatch.dialect;

import dev.klp.elf.image.Relocation;
import java.util.List;

/**
 * Where things stand in a {@code struct klp_module_reloc}. Version 7 of the patches (2023) made the pointer a union with a 64-bit
 * number; on 32-bit machines that moved the position behind it from byte 4 to byte 8.
 *
 * @param positionOffset where in an entry the 32-bit position stands
 */
record ModuleRelocsLayout(int positionOffset) {
    private static final int POSITION_BYTES = 4;
    private static final int OLD_32_BIT_ENTRY = 8;

    /**
     * Tells the layout of an array: entries of the older one may be closer to each other than an entry of the newer one is long.
     *
     * @param pointerBytes 4 or 8
     * @param sectionBytes the size of the array's section
     * @param sorted the array's relocations by ascending place
     */
    static ModuleRelocsLayout of(int pointerBytes, int sectionBytes, List<Relocation> sorted) {
        if (pointerBytes == Long.BYTES) {
            return new ModuleRelocsLayout(Long.BYTES);
        }
        long smallest = sorted.isEmpty()
                ? sectionBytes
                : sectionBytes - sorted.get(sorted.size() - 1).offset();
        for (int i = 1; i < sorted.size(); i++) {
            smallest = Math.min(
                    smallest, sorted.get(i).offset() - sorted.get(i - 1).offset());
        }
        return new ModuleRelocsLayout(smallest <= OLD_32_BIT_ENTRY ? Integer.BYTES : Long.BYTES);
    }

    /** The size of an entry. */
    int entryBytes() {
        return positionOffset + POSITION_BYTES;
    }
}
