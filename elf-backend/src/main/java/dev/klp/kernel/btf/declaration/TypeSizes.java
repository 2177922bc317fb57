package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfLimits;
import dev.klp.kernel.btf.BtfType;

/** The sizes of types in bytes. */
final class TypeSizes {
    /** No object of a kernel is larger; products of array lengths stay far from overflow below it. */
    private static final long LARGEST = 1L << 48;

    private final Btf btf;
    private int pointerBytes;

    TypeSizes(Btf btf) {
        this.btf = btf;
    }

    /** The size of a type; that of {@code void} and of functions is 1, as in gcc. */
    long of(int type) throws BtfFormatException {
        long count = 1;
        int id = type;
        for (int level = 0; level <= BtfLimits.NESTING; level++) {
            BtfKind kind = btf.kind(id);
            if (kind == BtfKind.TYPEDEF || kind.isModifier()) {
                id = btf.target(id);
            } else if (kind == BtfKind.ARRAY) {
                BtfType.Array array = (BtfType.Array) btf.type(id);
                count = product(type, count, array.count());
                id = array.element();
            } else {
                return product(type, count, single(id, kind));
            }
        }
        throw btf.tooDeep(type);
    }

    /** The size of pointers, which is that of {@code long} on every architecture that Linux runs on. */
    int pointer() throws BtfFormatException {
        if (pointerBytes == 0) {
            pointerBytes = 8;
            for (String name : new String[] {"long unsigned int", "unsigned long", "long int", "long"}) {
                for (int id : btf.typedefs(name)) {
                    pointerBytes = btf.kind(id) == BtfKind.INT && btf.sizeBytes(id) == 4 ? 4 : pointerBytes;
                }
            }
        }
        return pointerBytes;
    }

    private long single(int id, BtfKind kind) throws BtfFormatException {
        return switch (kind) {
            case VOID, FUNC_PROTO -> 1;
            case PTR -> pointer();
            case INT, FLOAT, STRUCT, UNION, ENUM, ENUM64 -> btf.sizeBytes(id);
            default -> throw btf.problem(id, "is " + kind + ", which has no size");
        };
    }

    private long product(int type, long count, long size) throws BtfFormatException {
        if (size != 0 && count > LARGEST / size) {
            throw btf.problem(type, "is larger than 2^48 bytes");
        }
        return count * size;
    }
}
