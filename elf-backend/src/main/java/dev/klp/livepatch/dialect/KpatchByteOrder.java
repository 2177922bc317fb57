package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormat;
import dev.klp.livepatch.KernelSymbol;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Tells the byte order of the numbers in kpatch's arrays. They have that of the machine on which the patch was built, whatever the
 * module is for: kpatch stores them as its own C structs. Numbers that are small in one order are huge in the other.
 */
final class KpatchByteOrder {
    private final ElfFormat format;
    private final KpatchLayout layout;
    private final StructArray symbols;
    private final StructArray relocations;

    private KpatchByteOrder(ElfFormat format, KpatchLayout layout, StructArray symbols, StructArray relocations) {
        this.format = format;
        this.layout = layout;
        this.symbols = symbols;
        this.relocations = relocations;
    }

    /** The other order than the module's if that makes sense of the numbers and the module's does not. */
    static ByteOrder of(ElfFormat format, KpatchLayout layout, StructArray symbols, StructArray relocations) {
        KpatchByteOrder numbers = new KpatchByteOrder(format, layout, symbols, relocations);
        ByteOrder own = format.order();
        ByteOrder other = own == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return !numbers.makeSense(own) && numbers.makeSense(other) ? other : own;
    }

    private boolean makeSense(ByteOrder order) {
        ByteBuffer symbolBytes = symbols.bytes(order);
        for (int i = 0; i < symbols.count(); i++) {
            long position = format.word(symbolBytes, symbols.offset(i, layout.symbolPosition()));
            if (!isPosition(position)) {
                return false;
            }
        }
        ByteBuffer relocationBytes = relocations.bytes(order);
        for (int i = 0; i < relocations.count(); i++) {
            int type = relocationBytes.getInt(relocations.offset(i, layout.relocationType()));
            int external = relocationBytes.getInt(relocations.offset(i, layout.relocationExternal()));
            if (type >>> Short.SIZE != 0 || external >>> 1 != 0) {
                return false;
            }
        }
        return true;
    }

    /** Far fewer symbols than 2^24 share a name, which is what 1 becomes in the other order of 32 bits. */
    private boolean isPosition(long position) {
        return position >= 0 && position < (format.is64() ? KernelSymbol.MAX_POSITION : 1 << 24);
    }
}
