package dev.klp.untrusted;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfBuilder;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.Samples;
import java.nio.ByteOrder;
import java.util.List;

/** BTF with every kind of type in it. */
final class BtfSeeds {
    private BtfSeeds() {}

    static List<byte[]> types() {
        return List.of(
                Samples.everyKind().bytes(ByteOrder.LITTLE_ENDIAN),
                Samples.everyKind().bytes(ByteOrder.BIG_ENDIAN));
    }

    static List<byte[]> splitTypes() throws BtfFormatException {
        BtfBuilder base = Samples.everyKind();
        Btf kernel = base.build();
        BtfBuilder module = BtfBuilder.split(kernel.endId(), base.stringBytes());
        int pointer = module.pointer(1);
        module.composite(4, "own", 16, "next", pointer, 0, 0, "point", 7, 64, 0);
        module.function("own_function", module.prototype(pointer, "x", 11));
        return List.of(module.bytes(ByteOrder.LITTLE_ENDIAN));
    }
}
