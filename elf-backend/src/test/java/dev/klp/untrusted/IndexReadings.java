package dev.klp.untrusted;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.index.Forger;
import dev.klp.kernel.index.MappedKernelIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Readings of index files. */
final class IndexReadings {
    private IndexReadings() {}

    /** Bytes as they come: checksums refuse most changes. */
    static void index(byte[] input) throws IOException {
        Path file = Files.createTempFile("input", ".klpindex");
        try {
            Files.write(file, input);
            try (KernelIndex index = MappedKernelIndex.open(file)) {
                askEverything(index);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** The bytes of somebody who knows how to make checksums. */
    static void forgedIndex(byte[] input) throws IOException {
        byte[] forged = input.clone();
        try {
            Forger.fixChecksums(forged);
        } catch (IndexOutOfBoundsException | IllegalArgumentException notEvenForgeable) {
            return;
        }
        index(forged);
    }

    private static void askEverything(KernelIndex index) {
        index.release();
        index.architecture();
        index.sources();
        index.vmlinux();
        index.version(1);
        index.config("CONFIG_LIVEPATCH");
        index.configOptions();
        index.sourceVersion();
        index.complete("n", 100);
        index.nearest("nmae_show");
        index.lookup("i2c-core.ko");
        index.lookup("zsmalloco");
        index.exports("printk");
        index.symbols("name_show").forEach(IndexReadings::ask);
        index.objects().forEach(IndexReadings::ask);
    }

    private static void ask(KernelObject object) {
        object.name();
        object.kind();
        object.order();
        object.path();
        object.vermagic();
        object.isLivepatch();
        object.dependencyClosure();
        object.btf();
        object.nearest("nmae_show");
        object.clones("do_sysinfo");
        object.complete("t", 10);
        object.symbols("twin").forEach(symbol -> object.around(symbol, 2, 2));
        try (Stream<KernelSymbol> symbols = object.symbols()) {
            symbols.forEach(IndexReadings::ask);
        }
    }

    private static void ask(KernelSymbol symbol) {
        symbol.name();
        symbol.position();
        symbol.occurrences();
        symbol.livePosition();
        symbol.address();
        symbol.section();
        symbol.sizeBytes();
        symbol.type();
        symbol.kind();
        symbol.traceability();
        symbol.export();
        symbol.aliases();
        symbol.previous();
        symbol.next();
        symbol.sourceFile();
        symbol.declarations();
    }
}
