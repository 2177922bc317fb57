package dev.klp.kernel.kallsyms;

import java.nio.ByteOrder;
import java.util.List;

/** What all the tables have in common. */
final class Tables {
    static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private Tables() {}

    static int alignUp(int position, int alignment) {
        return position + alignment - 1 & -alignment;
    }

    static long alignUp(long position, int alignment) {
        return position + alignment - 1 & -alignment;
    }
}
