package dev.klp.livepatch.arch;

import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** An architecture's relocations, as its kernel's module loader takes them. */
public sealed interface Architecture permits X86Architecture {
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

    /** The type that the loader passes over. */
    int ignoredType();

    /** Whether the loader demands that the bytes at a relocation's place are zero before it writes there. */
    boolean placesMustBeZero();

    /** Whether the loader passes over an undefined symbol of this name although nobody exports it. */
    boolean ignoresUndefined(String symbolName);

    /**
     * The architecture of a file.
     *
     * @param machine {@code e_machine}
     * @return null if its modules are not converted
     */
    static @Nullable Architecture of(int machine, boolean is64, ByteOrder order) {
        return X86Architecture.MACHINE == machine && is64 && order == ByteOrder.LITTLE_ENDIAN
                ? X86Architecture.INSTANCE
                : null;
    }
}
