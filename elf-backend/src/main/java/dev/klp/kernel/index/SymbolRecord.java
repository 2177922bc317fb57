package dev.klp.kernel.index;

import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;

/**
 * One entry of {@link IndexFormat.Part#SYMBOLS}, 16 bytes: name u32, low half of the address u32, size in bytes u32 (0 for unknown),
 * section u16 (index among the object's section names plus 1, 0 for none), letter u8, flags u8: bit 0 global, 1 weak, 2 gone once
 * live, 3 and 4 the kind, 5 to 7 the traceability.
 */
final class SymbolRecord {
    static final int BYTES = 16;
    static final int NAME = 0;
    static final int ADDRESS = 4;
    static final int SIZE = 8;
    static final int SECTION = 12;
    static final int TYPE = 14;
    static final int FLAGS = 15;

    static final int GLOBAL = 1;
    static final int WEAK = 2;
    static final int INIT = 4;
    private static final int KIND_SHIFT = 3;
    private static final int TRACEABILITY_SHIFT = 5;

    /** The values in the file. */
    private static final SymbolKind[] KINDS = {SymbolKind.OTHER, SymbolKind.FUNCTION, SymbolKind.DATA, SymbolKind.FILE};

    private static final Traceability[] TRACEABILITIES = {
        Traceability.UNKNOWN,
        Traceability.TRACEABLE,
        Traceability.NOT_A_FUNCTION,
        Traceability.NOTRACE,
        Traceability.NOINSTR,
        Traceability.INIT,
        Traceability.EXIT,
        Traceability.COLD
    };

    private SymbolRecord() {}

    static int flags(SymbolColumns.Attributes attributes) {
        int flags = indexOf(KINDS, attributes.kind()) << KIND_SHIFT
                | indexOf(TRACEABILITIES, attributes.traceability()) << TRACEABILITY_SHIFT;
        flags |= attributes.global() ? GLOBAL : 0;
        flags |= attributes.weak() ? WEAK : 0;
        flags |= attributes.init() ? INIT : 0;
        return flags;
    }

    static SymbolKind kind(int flags) {
        return KINDS[flags >>> KIND_SHIFT & 3];
    }

    static Traceability traceability(int flags) {
        return TRACEABILITIES[flags >>> TRACEABILITY_SHIFT & 7];
    }

    private static <T> int indexOf(T[] values, T value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        throw new AssertionError(value);
    }
}
