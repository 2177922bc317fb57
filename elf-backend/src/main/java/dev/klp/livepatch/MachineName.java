package dev.klp.livepatch;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.Machine;
import java.nio.ByteOrder;

/** Names machines for messages. */
final class MachineName {
    private MachineName() {}

    /** As in {@code arm64}, or {@code 32-bit x86-64} where class or byte order are not the usual ones. */
    static String of(int machine, ElfFormat format) {
        boolean is64 = format.is64();
        boolean isBig = format.order() == ByteOrder.BIG_ENDIAN;
        return switch (machine) {
            case Machine.EM_386 -> "i386";
            case Machine.EM_X86_64 -> is64 ? "big-endian x86-64" : "32-bit x86-64 (x32)";
            case Machine.EM_AARCH64 -> is64 ? isBig ? "big-endian arm64" : "arm64" : "32-bit arm64 (ilp32)";
            case Machine.EM_ARM -> "32-bit arm";
            case Machine.EM_S390 -> is64 ? isBig ? "s390x" : "little-endian s390x" : "31-bit s390";
            case Machine.EM_PPC -> is64 ? "64-bit powerpc" : isBig ? "ppc32" : "little-endian ppc32";
            case Machine.EM_PPC64 -> is64 ? isBig ? "ppc64" : "ppc64le" : "32-bit ppc64";
            case Machine.EM_RISCV -> is64 ? "riscv64" : "riscv32";
            case Machine.EM_LOONGARCH -> is64 ? "loongarch64" : "loongarch32";
            default -> "machine " + machine;
        };
    }
}
