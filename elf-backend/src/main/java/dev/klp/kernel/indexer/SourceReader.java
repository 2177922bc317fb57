package dev.klp.kernel.indexer;

import dev.klp.kernel.Export;
import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.SourceKind;
import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.compression.Compression;
import dev.klp.kernel.compression.Limit;
import dev.klp.kernel.image.KernelImage;
import dev.klp.kernel.index.MappedKernelIndex;
import dev.klp.kernel.index.NamePool;
import dev.klp.kernel.index.TypeContents;
import dev.klp.kernel.indexer.SourceResult.Found;
import dev.klp.kernel.indexer.SourceResult.Trust;
import dev.klp.kernel.modules.KernelModule;
import dev.klp.kernel.modules.ModuleReader;
import dev.klp.kernel.source.BuiltInModules;
import dev.klp.kernel.source.KallsymsText;
import dev.klp.kernel.source.KernelConfig;
import dev.klp.kernel.source.SourceRecognizer;
import dev.klp.kernel.source.SymbolsKlp;
import dev.klp.kernel.symvers.ExportedSymbol;
import dev.klp.kernel.symvers.ModuleSymvers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Reads one file after another; each thread has its own buffer. */
final class SourceReader {
    /** The largest module of a distribution has 20 MB, with debug information some 400 MB. */
    private static final Limit MODULE_LIMIT = new Limit(512 << 20);

    private final CompletableFuture<Optional<Btf>> vmlinuxTypes;
    private final Executor executor;
    private final NamePool pool;
    private final ThreadLocal<FileReader> readers = ThreadLocal.withInitial(FileReader::new);

    /**
     * @param vmlinuxTypes what modules' types stand on, once the named files are read
     * @param executor where types that had to wait are worked on
     * @param pool where the names of symbols are kept
     */
    SourceReader(CompletableFuture<Optional<Btf>> vmlinuxTypes, Executor executor, NamePool pool) {
        this.vmlinuxTypes = vmlinuxTypes;
        this.executor = executor;
        this.pool = pool;
    }

    /** What is read, and the types of vmlinux if it was that. */
    record Outcome(SourceResult result, @Nullable Btf vmlinuxTypes) {
        static Outcome of(SourceResult result) {
            return new Outcome(result, null);
        }
    }

    Outcome read(SourceFile file) throws IOException {
        String name = file.path().toString();
        ByteBuffer raw = readers.get().read(file.path());
        String sha256 = Digests.sha256(raw);
        long size = raw.remaining();
        byte[] unpacked = unpack(name, raw);
        if (file.expected() == SourceKind.MODULE) {
            ByteBuffer content = unpacked == null ? raw : ByteBuffer.wrap(unpacked);
            return Outcome.of(module(file, source(file, SourceKind.MODULE, size, sha256), content));
        }
        byte[] bytes = Arrays.copyOf(raw.array(), raw.remaining());
        byte[] content = unpacked == null ? bytes : unpacked;
        if (MappedKernelIndex.isIndex(content)) {
            throw new KernelFormatException(name, "is an index already, not a source of one");
        }
        SourceKind kind = file.expected() == null ? SourceRecognizer.recognize(name, content) : file.expected();
        IndexedSource source = source(file, kind, size, sha256);
        return switch (kind) {
            case KERNEL_IMAGE -> VmlinuxIndexer.read(KernelImage.read(name, bytes, Limit.DEFAULT), source, pool);
            case MODULE -> Outcome.of(module(file, source, ByteBuffer.wrap(content)));
            default -> Outcome.of(text(name, kind, source, content));
        };
    }

    private static byte @Nullable [] unpack(String name, ByteBuffer raw) throws IOException {
        byte[] array = raw.array();
        // The buffer is larger than the file, and old bytes behind its end must not be taken for a magic.
        Compression compression = SourceRecognizer.compression(Arrays.copyOf(array, Math.min(raw.remaining(), 64)));
        return compression == null ? null : compression.unpack(name, array, 0, raw.remaining(), MODULE_LIMIT);
    }

    private static IndexedSource source(SourceFile file, SourceKind kind, long size, String sha256) throws IOException {
        return new IndexedSource(kind, file.path().toRealPath().toString(), size, sha256);
    }

    private SourceResult module(SourceFile file, IndexedSource source, ByteBuffer content) throws IOException {
        KernelModule module = ModuleReader.read(file.path().toString(), content);
        Found found = new Found(
                Trust.SYMBOL_TABLE,
                ModuleIndexer.contents(module, file.shownPath(), pool),
                types(file.path().toString(), module));
        return new SourceResult(
                source,
                module.release(),
                Architectures.name(module.machine(), module.order()),
                List.of(found),
                ModuleIndexer.exports(module),
                new TreeMap<>(),
                null);
    }

    private CompletableFuture<Optional<TypeContents>> types(String file, KernelModule module) throws IOException {
        ByteBuffer btf = module.btf();
        if (btf == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        byte[] bytes = new byte[btf.remaining()];
        btf.get(bytes);
        if (vmlinuxTypes.isDone()) {
            Btf base = vmlinuxTypes.join().orElse(null);
            return CompletableFuture.completedFuture(TypeIndexer.module(file, bytes, base, pool));
        }
        return vmlinuxTypes.thenApplyAsync(
                base -> {
                    try {
                        return TypeIndexer.module(file, bytes, base.orElse(null), pool);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                executor);
    }

    private SourceResult text(String name, SourceKind kind, IndexedSource source, byte[] content) throws IOException {
        List<Found> objects = new ArrayList<>();
        List<Export> exports = new ArrayList<>();
        SortedMap<String, String> builtIn = new TreeMap<>();
        KernelConfig config = null;
        switch (kind) {
            case CONFIG -> config = KernelConfig.parse(name, content);
            case SYMVERS -> exports.addAll(symvers(name, content));
            case MODULES_BUILTIN -> builtIn = BuiltInModules.parseList(name, content);
            case MODULES_BUILTIN_MODINFO -> builtIn = BuiltInModules.parseModinfo(content);
            case SYSTEM_MAP -> objects = AddressListIndexer.objects(KallsymsText.parse(name, content), Trust.MAP, pool);
            case KALLSYMS_DUMP ->
                objects = AddressListIndexer.objects(KallsymsText.parse(name, content), Trust.DUMP, pool);
            case SYMBOLS_KLP -> {
                SymbolsKlp symbols = SymbolsKlp.parse(name, content);
                objects = AddressListIndexer.objects(symbols, pool);
                exports = AddressListIndexer.exports(symbols);
            }
            default -> throw new IllegalArgumentException(kind.text());
        }
        return new SourceResult(source, null, null, objects, exports, builtIn, config);
    }

    private static List<Export> symvers(String name, byte[] content) throws IOException {
        List<Export> exports = new ArrayList<>();
        for (ExportedSymbol symbol : ModuleSymvers.parse(name, content).symbols()) {
            exports.add(new Export(
                    symbol.name(),
                    symbol.exporter(),
                    symbol.gplOnly(),
                    symbol.namespace(),
                    symbol.crc() == 0 ? OptionalLong.empty() : OptionalLong.of(symbol.crc())));
        }
        return exports;
    }
}
