package dev.klp.untrusted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.kernel.compression.Compression;
import dev.klp.kernel.compression.Limit;
import dev.klp.kernel.image.AddressMap;
import dev.klp.kernel.image.KernelImage;
import dev.klp.kernel.kallsyms.Kallsyms;
import dev.klp.kernel.vmlinux.KernelRange;
import dev.klp.kernel.vmlinux.Vmlinux;
import java.io.IOException;

/** Readings of kernel images. */
final class KernelReadings {
    /** What an input of a few kB may claim to become. */
    private static final Limit LIMIT = new Limit(1 << 20);

    private KernelReadings() {}

    static void compressed(byte[] input) throws IOException {
        Compression compression = Compression.at(input, 0);
        if (compression != null) {
            byte[] content = compression.unpack("input", input, 0, input.length, LIMIT);
            assertThat(content.length).isLessThanOrEqualTo(LIMIT.bytes());
        }
    }

    private static KernelImage read(byte[] input) throws IOException {
        return KernelImage.read("input", input, LIMIT);
    }

    static void image(byte[] input) throws IOException {
        KernelImage image = read(input);
        assertThat(image.layers()).doesNotContainNull();
        for (AddressMap.Range range : image.addresses().ranges()) {
            assertThat(range.offset() + (long) range.size())
                    .isLessThanOrEqualTo(image.bytes().limit());
            image.addresses().offsetOf(range.address());
        }
    }

    static void kallsyms(byte[] input) throws IOException {
        walk(Kallsyms.decode(read(input)), input.length);
    }

    private static void walk(Kallsyms symbols, int size) {
        assertThat(symbols.size()).isLessThanOrEqualTo(size);
        for (int i = 0; i < symbols.size(); i++) {
            symbols.address(i);
            symbols.type(i);
            String name = symbols.name(i);
            assertThat(symbols.nameLength(i)).isGreaterThanOrEqualTo(name.length());
        }
    }

    static void vmlinux(byte[] input) throws IOException {
        Vmlinux vmlinux = Vmlinux.of(read(input));
        assertThat(vmlinux.release()).isNotNull();
        vmlinux.config();
        vmlinux.exports();
        vmlinux.btf();
        vmlinux.ftraceRecords().ifPresent(records -> records.traceable(vmlinux.symbols()));
        for (KernelRange range : KernelRange.values()) {
            vmlinux.range(range);
        }
        walk(vmlinux.symbols(), vmlinux.image().bytes().limit());
    }
}
