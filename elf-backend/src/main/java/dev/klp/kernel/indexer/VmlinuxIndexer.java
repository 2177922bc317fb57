package dev.klp.kernel.indexer;

import dev.klp.elf.ElfFile;
import dev.klp.kernel.Export;
import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.SymbolOrder;
import dev.klp.kernel.Traceability;
import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.image.KernelImage;
import dev.klp.kernel.index.NamePool;
import dev.klp.kernel.index.ObjectContents;
import dev.klp.kernel.index.SymbolColumns;
import dev.klp.kernel.index.TypeContents;
import dev.klp.kernel.indexer.SourceResult.Found;
import dev.klp.kernel.indexer.SourceResult.Trust;
import dev.klp.kernel.kallsyms.Kallsyms;
import dev.klp.kernel.source.KernelConfig;
import dev.klp.kernel.vmlinux.KernelExport;
import dev.klp.kernel.vmlinux.Vmlinux;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Turns what a kernel image says into what the index keeps of it. */
final class VmlinuxIndexer {
    private static final String VMLINUX = "vmlinux";

    private VmlinuxIndexer() {}

    static SourceReader.Outcome read(KernelImage image, IndexedSource source, NamePool pool) throws IOException {
        Vmlinux vmlinux = Vmlinux.of(image);
        Btf btf = null;
        TypeContents types = null;
        Optional<ByteBuffer> section = vmlinux.btf();
        if (section.isPresent()) {
            byte[] bytes = new byte[section.get().remaining()];
            section.get().duplicate().get(bytes);
            btf = Btf.parse(source.path(), ByteBuffer.wrap(bytes));
            types = TypeIndexer.vmlinux(btf, bytes, pool);
        }
        VmlinuxSymbolTable table = VmlinuxSymbolTable.read(image);
        ObjectContents contents = new ObjectContents(
                VMLINUX,
                ObjectKind.VMLINUX,
                SymbolOrder.KERNEL,
                null,
                null,
                false,
                List.of(),
                List.of(),
                columns(vmlinux, table, pool),
                null);
        Found found = new Found(
                table.isEmpty() ? Trust.KALLSYMS : Trust.SYMBOL_TABLE,
                contents,
                CompletableFuture.completedFuture(Optional.ofNullable(types)));
        SourceResult result = new SourceResult(
                source,
                vmlinux.release(),
                architecture(image),
                List.of(found),
                vmlinux.exports().stream().map(VmlinuxIndexer::export).toList(),
                new TreeMap<>(),
                config(vmlinux, source));
        return new SourceReader.Outcome(result, btf);
    }

    private static @Nullable KernelConfig config(Vmlinux vmlinux, IndexedSource source) throws IOException {
        Optional<String> text = vmlinux.config();
        return text.isEmpty()
                ? null
                : KernelConfig.parse(source.path(), text.get().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String architecture(KernelImage image) {
        ElfFile elf = image.elf();
        if (elf != null) {
            return Architectures.name(elf.header().machine(), elf.format().order());
        }
        return image.layers().contains("arm64 Image") ? "aarch64" : null;
    }

    private static Export export(KernelExport export) {
        return new Export(export.name(), VMLINUX, export.gplOnly(), export.namespace(), OptionalLong.empty());
    }

    private static SymbolColumns columns(Vmlinux vmlinux, VmlinuxSymbolTable table, NamePool pool) {
        Kallsyms symbols = vmlinux.symbols();
        VmlinuxTraceability traceability = new VmlinuxTraceability(vmlinux);
        SymbolColumns columns = new SymbolColumns(pool, symbols.size());
        for (int i = 0; i < symbols.size(); i++) {
            String name = latin(symbols, i);
            char type = symbols.type(i);
            long address = symbols.address(i);
            SymbolKind kind = SymbolLetters.kind(type);
            boolean init = traceability.isInit(address);
            Traceability answer = traceability.of(i, name, kind);
            VmlinuxSymbolTable.Entry entry = table.find(name, address);
            columns.add(
                    name,
                    address,
                    entry == null ? 0 : entry.sizeBytes(),
                    0,
                    type,
                    new SymbolColumns.Attributes(
                            kind, SymbolLetters.isGlobal(type), SymbolLetters.isWeak(type), init, answer));
            if (entry != null && entry.sourceFile() != null) {
                columns.setSourceFile(entry.sourceFile());
            }
        }
        return columns;
    }

    /** The name with one character per byte, as the index keeps names. */
    private static String latin(Kallsyms symbols, int index) {
        byte[] bytes = new byte[symbols.nameLength(index)];
        symbols.namePool().get(symbols.nameStart(index), bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
