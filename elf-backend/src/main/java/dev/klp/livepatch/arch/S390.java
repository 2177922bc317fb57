package dev.klp.livepatch.arch;

/**
 * s390x. Types from {@code arch/s390/kernel/module.c:apply_rela}, their numbers from the ELF ABI supplement for z/Architecture,
 * table "Relocation Types". {@code module_frob_arch_sections} defines {@code _GLOBAL_OFFSET_TABLE_}.
 */
final class S390 {
    private static final int R_390_NONE = 0;
    private static final int R_390_64 = 22;

    private static final RelocationTypes TYPES = new RelocationTypes("R_390_")
            .take(0, "0 NONE")
            .take(1, "1 8")
            .take(
                    2,
                    "2 12, 3 16, 6 GOT12, 15 GOT16, 16 PC16, 17 PC16DBL, 18 PLT16DBL, 27 GOTOFF16, 29 GOTPLT12, 30 GOTPLT16")
            .take(2, "34 PLTOFF16")
            .take(4, "4 32, 5 PC32, 7 GOT32, 8 PLT32, 13 GOTOFF32, 14 GOTPC, 19 PC32DBL, 20 PLT32DBL, 21 GOTPCDBL")
            .take(4, "26 GOTENT, 31 GOTPLT32, 33 GOTPLTENT, 35 PLTOFF32, 57 20, 58 GOT20, 59 GOTPLT20")
            .take(8, "22 64, 23 PC64, 24 GOT64, 25 PLT64, 28 GOTOFF64, 32 GOTPLT64, 36 PLTOFF64")
            .refuse("9 COPY, 10 GLOB_DAT, 11 JMP_SLOT, 12 RELATIVE");

    static final Architecture S390X = new TabulatedArchitecture(
            "s390x",
            TYPES.taken(),
            TYPES.refused(),
            R_390_64,
            R_390_NONE,
            false,
            "_GLOBAL_OFFSET_TABLE_",
            "unknown relocation: ");

    private S390() {}
}
