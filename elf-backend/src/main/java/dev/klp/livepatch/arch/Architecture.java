package dev.klp.livepatch.arch;

import dev.klp.elf.Machine;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** An architecture's relocations, as its kernel's module loader takes them. */
public sealed interface Architecture permits TabulatedArchitecture {
    /** The names of all of them, for a message. */
    String NAMES = "x86-64, s390x, arm64, ppc64le, ppc64 and ppc32";

    /** The architecture's name. */
    String name();

    /**
     * What the module loader does with a type of relocation.
     *
     * @param type the low part of {@code r_info}
     * @return null if it refuses the type
     */
    @Nullable
    RelocationKind relocation(int type);

    /** The name of a type for messages, whether the loader takes it or not. */
    String relocationName(int type);

    /** The type that stores a symbol's address as wide as a pointer. */
    int absolutePointerType();

    /** A type that the loader passes over whatever it is against; empty if it knows none. */
    OptionalInt ignoredType();

    /** Whether the loader writes nothing for a type. */
    default boolean isIgnored(int type) {
        RelocationKind kind = relocation(type);
        return kind != null && kind.sizeBytes() == 0;
    }

    /** Whether the loader demands that the bytes at a relocation's place are zero before it writes there. */
    boolean placesMustBeZero();

    /** Whether the loader passes over an undefined symbol of this name, or resolves it itself, although nobody exports it. */
    boolean ignoresUndefined(String symbolName);

    /** What the kernel writes to its log of a type that its loader does not know. */
    String unknownTypeMessage(int type);

    /**
     * The architecture of a file.
     *
     * @param machine {@code e_machine}
     * @return null if its modules are not converted
     */
    static @Nullable Architecture of(int machine, boolean is64, ByteOrder order) {
        boolean isBig = order == ByteOrder.BIG_ENDIAN;
        return switch (machine) {
            case Machine.EM_X86_64 -> is64 && !isBig ? X86.X86_64 : null;
            case Machine.EM_S390 -> is64 && isBig ? S390.S390X : null;
            case Machine.EM_AARCH64 -> is64 && !isBig ? Arm64.ARM64 : null;
            case Machine.EM_PPC64 -> is64 ? isBig ? PowerPc64.PPC64 : PowerPc64.PPC64LE : null;
            case Machine.EM_PPC -> !is64 && isBig ? PowerPc32.PPC32 : null;
            default -> null;
        };
    }
}
