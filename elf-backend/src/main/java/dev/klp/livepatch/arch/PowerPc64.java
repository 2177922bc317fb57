package dev.klp.livepatch.arch;

/**
 * 64-bit PowerPC in both byte orders. Types from {@code arch/powerpc/kernel/module_64.c:apply_relocate_add}, their numbers from the
 * 64-bit ELF V2 ABI for Power, section 3.5. The last three are taken since 6.4.
 *
 * <p>The loader refuses {@code R_PPC64_NONE}; {@code R_PPC64_TOCSAVE}, a mark for linkers, it passes over. {@code .TOC.} is the
 * module's own, {@code find_dot_toc} gives it its value.
 */
final class PowerPc64 {
    private static final int R_PPC64_ADDR64 = 38;
    private static final int R_PPC64_TOCSAVE = 109;

    private static final RelocationTypes TYPES = new RelocationTypes("R_PPC64_")
            .take(0, "109 TOCSAVE")
            .take(2, "47 TOC16, 48 TOC16_LO, 50 TOC16_HA, 63 TOC16_DS, 64 TOC16_LO_DS, 250 REL16_LO, 252 REL16_HA")
            .take(4, "1 ADDR32, 10 REL24, 26 REL32")
            .take(8, "38 ADDR64, 44 REL64, 51 TOC")
            .take(8, "118 ENTRY")
            .take(4, "116 REL24_NOTOC")
            .take(8, "132 PCREL34, 133 GOT_PCREL34")
            .refuse("0 NONE, 3 ADDR16, 4 ADDR16_LO, 6 ADDR16_HA, 49 TOC16_HI");

    static final Architecture PPC64LE = of("ppc64le");
    static final Architecture PPC64 = of("ppc64");

    private PowerPc64() {}

    private static Architecture of(String name) {
        return new TabulatedArchitecture(
                name,
                TYPES.taken(),
                TYPES.refused(),
                R_PPC64_ADDR64,
                R_PPC64_TOCSAVE,
                false,
                ".TOC.",
                "Unknown ADD relocation: ");
    }
}
