package dev.klp.untrusted;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.ElfWriter;
import dev.klp.kernel.modules.ModuleReader;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.convert.Conversion;
import dev.klp.livepatch.convert.ConversionTarget;
import dev.klp.livepatch.convert.Converter;
import dev.klp.livepatch.convert.Exports;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/** Readings of modules. */
final class ModuleReadings {
    private static final ConversionTarget TARGET =
            new ConversionTarget(new Exports.Versioned(Set.of("_printk", "__fentry__")), null, null, Set.of());

    private ModuleReadings() {}

    static void module(byte[] input) throws ElfFormatException {
        ModuleReader.isModule(ElfReadings.parse(input));
        ModuleReader.read("input.ko", ByteBuffer.wrap(input));
    }

    /** What a conversion changes must be a file that can be read again and needs no second conversion. */
    static void conversion(byte[] input) throws IOException {
        Converter.convert(KernelModule.of(ElfReader.read(ElfReadings.parse(input))), ConversionTarget.UNKNOWN);
        KernelModule module = KernelModule.of(ElfReader.read(ElfReadings.parse(input)));
        if (Converter.convert(module, TARGET) instanceof Conversion.Converted) {
            ByteBuffer written = ElfWriter.toBytes(module.image());
            ElfImage again = ElfReader.read(ElfFile.parse("converted.ko", written));
            if (Converter.convert(KernelModule.of(again), TARGET) instanceof Conversion.Converted) {
                throw new AssertionError("converted twice");
            }
        }
    }
}
