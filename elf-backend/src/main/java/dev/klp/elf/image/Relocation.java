package dev.klp.elf.image;

import org.jspecify.annotations.Nullable;

/**
 * One relocation: gABI 4, "Relocation".
 *
 * @param offset {@code r_offset}: the place that is changed, an offset in the section that is relocated
 * @param symbol the symbol, or null for index 0 ({@code STN_UNDEF})
 * @param type the processor's relocation type; 8 bits wide in a 32-bit file
 * @param addend {@code r_addend}; 0 in {@code SHT_REL}, where it stands in the place
 */
public record Relocation(long offset, @Nullable Symbol symbol, int type, long addend) {
    /** The same relocation against another symbol. */
    public Relocation withSymbol(@Nullable Symbol other) {
        return new Relocation(offset, other, type, addend);
    }
}
