package dev.klp.untrusted;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts that lie beside a kernel. */
final class TextSeeds {
    private TextSeeds() {}

    private static List<byte[]> bytes(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    static List<byte[]> symvers() {
        return bytes("""
                0x00000001\t_printk\tvmlinux\tEXPORT_SYMBOL\t
                0xabcdef02\tzs_malloc\tmm/zsmalloc\tEXPORT_SYMBOL_GPL\tMM
                """);
    }

    static List<byte[]> symbolLists() {
        return bytes(
                """
                ffffffff81000000 T _text
                ffffffff81000010 t name_show
                """, """
                ffffffff81000000 T _text
                ffffffffc0000000 t zs_malloc\t[zsmalloc]
                ffffffffc0000010 t bpf_prog_1\t[bpf]
                """, """
                0000000000000000 A fixed_percpu_data
                0000000000000000 t zs_malloc\t[zsmalloc]
                """, "ffffffffffffffff B The real System.map is in the linux-image-<version>-dbg package\n");
    }

    static List<byte[]> symbolsKlp() {
        return bytes("""
                klp-convert-symbol-data.0.1
                *vmlinux
                _text
                name_show
                *zsmalloc
                zs_malloc
                """);
    }

    static List<byte[]> config() {
        return bytes("""
                # Linux/x86 6.1.0 Kernel Configuration
                CONFIG_LIVEPATCH=y
                # CONFIG_LTO is not set
                CONFIG_LOCALVERSION="-test"
                CONFIG_HZ=250
                """);
    }

    static List<byte[]> builtInModules() {
        return bytes("kernel/drivers/i2c/i2c-core.ko\nkernel/mm/zsmalloc.ko\n", """
                zsmalloc.license=GPL\0zsmalloc.file=mm/zsmalloc\0i2c_core.file=drivers/i2c/i2c-core\0""");
    }

    static List<byte[]> all() throws IOException {
        List<byte[]> all = new ArrayList<>();
        Stream.of(symvers(), symbolLists(), symbolsKlp(), config(), builtInModules(), ElfSeeds.modules())
                .forEach(all::addAll);
        return all;
    }
}
