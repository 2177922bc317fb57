package dev.klp.livepatch.arch;

/**
 * 32-bit PowerPC. Types from {@code arch/powerpc/kernel/module_32.c:apply_relocate_add}, their numbers from the System V ABI,
 * PowerPC supplement, chapter 4. There is none that the loader passes over, {@code R_PPC_NONE} it refuses.
 */
final class PowerPc32 {
    private static final int R_PPC_ADDR32 = 1;

    private static final RelocationTypes TYPES = new RelocationTypes("R_PPC_")
            .take(2, "4 ADDR16_LO, 5 ADDR16_HI, 6 ADDR16_HA")
            .take(4, "1 ADDR32, 10 REL24, 26 REL32")
            .refuse("0 NONE, 2 ADDR24, 3 ADDR16, 11 REL14");

    static final Architecture PPC32 = new TabulatedArchitecture(
            "ppc32", TYPES.taken(), TYPES.refused(), R_PPC_ADDR32, null, false, null, "unknown ADD relocation: ");

    private PowerPc32() {}
}
