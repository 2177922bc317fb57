package dev.klp.livepatch.arch;

/**
 * x86-64. Types from {@code arch/x86/kernel/module.c:__write_relocate_add} (before 6.3 {@code __apply_relocate_add}), their
 * numbers from the System V ABI, AMD64 supplement, section 4.4.
 *
 * <p>Assemblers before binutils 2.37 leave {@code _GLOBAL_OFFSET_TABLE_} behind, unreferenced:
 * {@code kernel/module/main.c:ignore_undef_symbol}. That places must be zero is since 4.15.
 */
final class X86 {
    private static final int R_X86_64_NONE = 0;
    private static final int R_X86_64_64 = 1;

    private static final RelocationTypes TYPES = new RelocationTypes("R_X86_64_")
            .take(0, "0 NONE")
            .take(4, "2 PC32, 4 PLT32, 10 32, 11 32S")
            .take(8, "1 64, 24 PC64")
            .refuse("9 GOTPCREL, 12 16, 14 8, 26 GOTPC32, 29 GOTPC64, 41 GOTPCRELX, 42 REX_GOTPCRELX");

    static final Architecture X86_64 = new TabulatedArchitecture(
            "x86-64",
            TYPES.taken(),
            TYPES.refused(),
            R_X86_64_64,
            R_X86_64_NONE,
            true,
            "_GLOBAL_OFFSET_TABLE_",
            "Unknown rela relocation: ");

    private X86() {}
}
