package dev.klp.kernel.index;

import dev.klp.kernel.Export;
import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.KernelVersion;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SourceKind;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.SymbolOrder;
import dev.klp.kernel.Traceability;
import dev.klp.kernel.source.KernelConfig;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A kernel of a few symbols with everything in it that the index has to tell apart. */
public final class SmallKernel {
    static final SymbolColumns.Attributes FUNCTION =
            new SymbolColumns.Attributes(SymbolKind.FUNCTION, false, false, false, Traceability.TRACEABLE);
    static final SymbolColumns.Attributes INIT =
            new SymbolColumns.Attributes(SymbolKind.FUNCTION, false, false, true, Traceability.INIT);
    static final SymbolColumns.Attributes EXPORTED =
            new SymbolColumns.Attributes(SymbolKind.FUNCTION, true, false, false, Traceability.NOTRACE);
    static final SymbolColumns.Attributes DATA =
            new SymbolColumns.Attributes(SymbolKind.DATA, false, false, false, Traceability.NOT_A_FUNCTION);

    private SmallKernel() {}

    public static KernelContents contents() {
        NamePool pool = new NamePool();
        SortedMap<String, String> config = new TreeMap<>();
        config.put("CONFIG_LIVEPATCH", "y");
        config.put("CONFIG_LOCALVERSION", "\"-test\"");
        config.put("CONFIG_OFF", "n");
        SortedMap<String, String> builtIn = new TreeMap<>();
        builtIn.put("i2c_core", "kernel/drivers/i2c/i2c-core.ko");
        return new KernelContents(
                pool,
                "6.1.0-test",
                "x86_64",
                List.of(
                        vmlinux(pool),
                        twin(pool),
                        object(pool, "zsmalloc"),
                        object(pool, "zram", "zsmalloc"),
                        object(pool, "outer", "zram")),
                List.of(
                        new Export("printk", "vmlinux", false, "", OptionalLong.of(0xFFFF_FFFFL)),
                        new Export("zs_malloc", "zsmalloc", true, "MM", OptionalLong.empty())),
                builtIn,
                new KernelConfig(config, new KernelVersion(6, 1, 192)),
                List.of(new IndexedSource(SourceKind.KERNEL_IMAGE, "/boot/vmlinuz", 8_000_000_000L, "ab".repeat(32))));
    }

    private static ObjectContents vmlinux(NamePool pool) {
        SymbolColumns symbols = new SymbolColumns(pool, 1);
        symbols.add("cpu_number", 0x40, 0, 0, 'D', DATA);
        symbols.add("first_show", 0xffffffff81000000L, 0, 0, 't', FUNCTION);
        symbols.add("name_show", 0xffffffff81000010L, 0, 0, 't', FUNCTION);
        symbols.add("printk", 0xffffffff81000020L, 0, 0, 'T', EXPORTED);
        symbols.add("__pfx_name_show", 0xffffffff81000030L, 0, 0, 't', FUNCTION);
        symbols.add("name_show", 0xffffffff81000040L, 0, 0, 't', FUNCTION);
        symbols.setSourceFile("drivers/base/core.c");
        symbols.add("name_alias", 0xffffffff81000040L, 0, 0, 't', FUNCTION);
        symbols.add("do_sysinfo.isra.0", 0xffffffff81000050L, 0, 0, 't', FUNCTION);
        symbols.add("do_sysinfo.other", 0xffffffff81000060L, 0, 0, 't', FUNCTION);
        symbols.add("name_show", 0xffffffff82000000L, 0, 0, 'd', DATA);
        return new ObjectContents(
                "vmlinux",
                ObjectKind.VMLINUX,
                SymbolOrder.KERNEL,
                null,
                null,
                false,
                List.of(),
                List.of(),
                symbols,
                null);
    }

    /** A module whose symbol table isn't in the order of its addresses. */
    private static ObjectContents twin(NamePool pool) {
        SymbolColumns symbols = new SymbolColumns(pool, 1);
        symbols.add("twin", 0x10, 8, 2, 't', INIT);
        symbols.add("twin", 0x20, 16, 1, 't', FUNCTION);
        symbols.add("last", 0x30, 16, 1, 't', FUNCTION);
        symbols.add("twin", 0, 32, 1, 't', FUNCTION);
        return new ObjectContents(
                "twin_module",
                ObjectKind.MODULE,
                SymbolOrder.KERNEL,
                "kernel/twin-module.ko",
                "6.1.0-test SMP",
                true,
                List.of(),
                List.of(".text", ".init.text"),
                symbols,
                null);
    }

    private static ObjectContents object(NamePool pool, String name, String... dependencies) {
        return new ObjectContents(
                name,
                ObjectKind.MODULE,
                SymbolOrder.KERNEL,
                null,
                null,
                false,
                List.of(dependencies),
                List.of(),
                new SymbolColumns(pool, 0),
                null);
    }

    /** vmlinux with symbols of these names and no more. */
    static KernelContents named(List<String> names, @Nullable String release) {
        NamePool pool = new NamePool();
        SymbolColumns symbols = new SymbolColumns(pool, names.size());
        long address = 0xffffffff81000000L;
        for (String name : names) {
            symbols.add(name, address, 0, 0, 't', FUNCTION);
            address += 16;
        }
        ObjectContents vmlinux = new ObjectContents(
                "vmlinux",
                ObjectKind.VMLINUX,
                SymbolOrder.KERNEL,
                null,
                null,
                false,
                List.of(),
                List.of(),
                symbols,
                null);
        return new KernelContents(pool, release, null, List.of(vmlinux), List.of(), new TreeMap<>(), null, List.of());
    }
}
