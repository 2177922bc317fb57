package dev.klp.kernel.indexer;

import dev.klp.elf.Machine;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Names of machines as {@code uname -m} prints them. */
final class Architectures {
    private Architectures() {}

    /** The name for an ELF machine, or null for one without livepatching in sight. */
    static @Nullable String name(int machine, ByteOrder order) {
        return switch (machine) {
            case Machine.EM_X86_64 -> "x86_64";
            case Machine.EM_386 -> "i686";
            case Machine.EM_S390 -> "s390x";
            case Machine.EM_PPC64 -> order == ByteOrder.LITTLE_ENDIAN ? "ppc64le" : "ppc64";
            case Machine.EM_PPC -> "ppc";
            case Machine.EM_AARCH64 -> "aarch64";
            case Machine.EM_ARM -> "armv7l";
            case Machine.EM_RISCV -> "riscv64";
            case Machine.EM_LOONGARCH -> "loongarch64";
            default -> null;
        };
    }
}
