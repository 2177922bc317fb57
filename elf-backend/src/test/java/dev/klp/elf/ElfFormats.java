package dev.klp.elf;

import java.nio.ByteOrder;
import java.util.List;

/** Both classes in both byte orders. */
public final class ElfFormats {
    public static final List<ElfFormat> ALL = List.of(
            new ElfFormat(false, ByteOrder.LITTLE_ENDIAN),
            new ElfFormat(false, ByteOrder.BIG_ENDIAN),
            new ElfFormat(true, ByteOrder.LITTLE_ENDIAN),
            new ElfFormat(true, ByteOrder.BIG_ENDIAN));

    private ElfFormats() {}
}
