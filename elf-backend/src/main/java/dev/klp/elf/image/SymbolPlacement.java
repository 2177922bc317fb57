package dev.klp.elf.image;

import dev.klp.elf.SectionIndex;

/** Where a symbol is defined: the meaning of {@code st_shndx} (gABI 4, "Symbol Table"). */
public sealed interface SymbolPlacement {
    /** Defined in another file: {@code SHN_UNDEF}. */
    record Undefined() implements SymbolPlacement {}

    /** Its value is absolute: {@code SHN_ABS}. */
    record Absolute() implements SymbolPlacement {}

    /** A common block whose value is its alignment: {@code SHN_COMMON}. */
    record Common() implements SymbolPlacement {}

    /**
     * In a section of this file.
     *
     * @param section the section; the symbol's value is an offset in it
     */
    record InSection(Section section) implements SymbolPlacement {}

    /**
     * Another reserved index, with a meaning for one processor or operating system.
     *
     * @param index from 0xff00 to 0xfffe
     */
    record Reserved(int index) implements SymbolPlacement {
        /** Checks the range. */
        public Reserved {
            if (index < SectionIndex.SHN_LORESERVE
                    || index >= SectionIndex.SHN_XINDEX
                    || index == SectionIndex.SHN_ABS
                    || index == SectionIndex.SHN_COMMON) {
                throw new IllegalArgumentException("0x" + Integer.toHexString(index) + " is no reserved index");
            }
        }
    }

    /** Undefined. */
    SymbolPlacement UNDEFINED = new Undefined();

    /** Absolute. */
    SymbolPlacement ABSOLUTE = new Absolute();

    /** Common. */
    SymbolPlacement COMMON = new Common();

    /** In a section of this file. */
    static SymbolPlacement in(Section section) {
        return new InSection(section);
    }

    /**
     * The meaning of an index that names no section: 0, or 0xff00 to 0xfffe.
     *
     * @throws IllegalArgumentException for another index
     */
    static SymbolPlacement ofReserved(int index) {
        return switch (index) {
            case SectionIndex.SHN_UNDEF -> UNDEFINED;
            case SectionIndex.SHN_ABS -> ABSOLUTE;
            case SectionIndex.SHN_COMMON -> COMMON;
            default -> new Reserved(index);
        };
    }
}
