package dev.klp.livepatch.dialect;

import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import org.jspecify.annotations.Nullable;

/**
 * What a pointer in an annotation points at.
 *
 * @param symbol the symbol of its relocation
 * @param addend what is added to the symbol's value, in bytes
 */
record Pointer(Symbol symbol, long addend) {
    /** The meaning of a relocation that stores a pointer, or null if it does not store one. */
    static @Nullable Pointer of(KernelModule module, Relocation relocation) {
        Symbol symbol = relocation.symbol();
        return symbol == null || relocation.type() != module.architecture().absolutePointerType()
                ? null
                : new Pointer(symbol, relocation.addend());
    }

    /** The section that it points into, or null if the symbol is not in one. */
    @Nullable
    Section section() {
        return symbol.section();
    }

    /** The offset in that section, which may be outside of it. */
    long offset() {
        return symbol.value() + addend;
    }
}
