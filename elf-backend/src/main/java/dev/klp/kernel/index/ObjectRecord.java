package dev.klp.kernel.index;

import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SymbolOrder;

/**
 * One entry of {@link IndexFormat.Part#OBJECTS}, 72 bytes. "First" values count entries of the part named, not bytes.
 *
 * <pre>
 *  0  u32  name                        40  u32  first of HIGH_ADDRESSES
 *  4  u8   kind: 0 vmlinux, 1 module   44  u32  first of SOURCE_FILES
 *  5  u8   order of the symbols        48  u32  first of TYPE_NAMES
 *  6  u8   flags                       52  u32  number of TYPE_NAMES
 *  8  u32  first of SYMBOLS            56  u64  offset in TYPES
 * 12  u32  number of SYMBOLS           64  u32  bytes in TYPES, 0 without BTF
 * 16  u32  first of SECTION_NAMES      68  u32  bytes of the BTF once inflated
 * 20  u32  number of SECTION_NAMES
 * 24  u32  first of DEPENDENCIES
 * 28  u32  number of DEPENDENCIES
 * 32  u32  path
 * 36  u32  vermagic
 * </pre>
 */
final class ObjectRecord {
    static final int BYTES = 72;
    static final int NAME = 0;
    static final int KIND = 4;
    static final int ORDER = 5;
    static final int FLAGS = 6;
    static final int FIRST_SYMBOL = 8;
    static final int SYMBOL_COUNT = 12;
    static final int FIRST_SECTION_NAME = 16;
    static final int SECTION_NAME_COUNT = 20;
    static final int FIRST_DEPENDENCY = 24;
    static final int DEPENDENCY_COUNT = 28;
    static final int PATH = 32;
    static final int VERMAGIC = 36;
    static final int FIRST_HIGH_ADDRESS = 40;
    static final int FIRST_SOURCE_FILE = 44;
    static final int FIRST_TYPE_NAME = 48;
    static final int TYPE_NAME_COUNT = 52;
    static final int TYPES_OFFSET = 56;
    static final int TYPES_STORED_BYTES = 64;
    static final int TYPES_BYTES = 68;

    static final int LIVEPATCH = 1;
    static final int HAS_HIGH_ADDRESSES = 2;
    static final int HAS_SOURCE_FILES = 4;
    static final int TYPES_DEFLATED = 8;

    private static final SymbolOrder[] ORDERS = {SymbolOrder.KERNEL, SymbolOrder.ADDRESS, SymbolOrder.COUNT_ONLY};

    private ObjectRecord() {}

    static int kind(ObjectKind kind) {
        return kind == ObjectKind.VMLINUX ? 0 : 1;
    }

    static ObjectKind kind(int value) {
        return value == 0 ? ObjectKind.VMLINUX : ObjectKind.MODULE;
    }

    static int order(SymbolOrder order) {
        for (int i = 0; i < ORDERS.length; i++) {
            if (ORDERS[i] == order) {
                return i;
            }
        }
        throw new AssertionError(order);
    }

    /** An unknown value is taken as the least that can be known. */
    static SymbolOrder order(int value) {
        return value < ORDERS.length ? ORDERS[value] : SymbolOrder.COUNT_ONLY;
    }
}
