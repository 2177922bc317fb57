package dev.klp.kernel.index;

import dev.klp.kernel.Export;
import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.index.IndexFormat.Part;
import dev.klp.kernel.source.KernelConfig;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Turns what was read of a kernel into the parts of the file. */
final class IndexParts {
    private final KernelContents contents;
    private final List<ObjectContents> objects;
    private final StringPool strings = new StringPool();
    private final NameDictionary names;
    private final Map<Part, List<ByteBuffer>> parts = new EnumMap<>(Part.class);

    IndexParts(KernelContents contents) {
        this.contents = contents;
        this.objects = contents.objects().stream()
                .sorted(Comparator.comparing(ObjectContents::name))
                .toList();
        // Every exported name must have a number, also that of a symbol which no object was read of.
        contents.exports().forEach(export -> contents.names().add(export.symbol()));
        this.names = NameDictionary.of(contents.names());
    }

    /** The parts, in the order in which they go into the file. */
    Map<Part, List<ByteBuffer>> build() {
        addNames();
        new ObjectParts(objects, names.count(), strings).addTo(parts);
        addExports();
        addPairs(Part.BUILT_IN, contents.builtIn());
        KernelConfig config = contents.config();
        if (config != null) {
            addPairs(Part.CONFIG, config.values());
        }
        addSources();
        addMeta();
        parts.put(Part.STRINGS, List.of(strings.sink().content()));
        return parts;
    }

    private void addNames() {
        ByteSink blocks = new ByteSink();
        ByteSink bytes = new ByteSink(1 << 20);
        names.write(blocks, bytes);
        parts.put(Part.NAME_BLOCKS, List.of(blocks.content()));
        parts.put(Part.NAME_BYTES, List.of(bytes.content()));
    }

    private void addExports() {
        ByteSink sink = new ByteSink();
        contents.exports().stream()
                .sorted(Comparator.comparing(Export::symbol).thenComparing(Export::exporter))
                .forEach(export -> {
                    int flags = export.gplOnly() ? ExportRecord.GPL_ONLY : 0;
                    flags |= export.crc().isPresent() ? ExportRecord.HAS_CRC : 0;
                    sink.u32(contents.names().add(export.symbol()).number())
                            .u32(strings.add(export.exporter()))
                            .u32(strings.add(export.namespace()))
                            .u32((int) export.crc().orElse(0))
                            .u32(flags);
                });
        parts.put(Part.EXPORTS, List.of(sink.content()));
    }

    private void addPairs(Part part, SortedMap<String, String> pairs) {
        ByteSink sink = new ByteSink();
        pairs.forEach((key, value) -> sink.u32(strings.add(key)).u32(strings.add(value)));
        parts.put(part, List.of(sink.content()));
    }

    private void addSources() {
        ByteSink sink = new ByteSink();
        for (IndexedSource source : contents.sources()) {
            int slash = source.path().lastIndexOf('/');
            sink.u32(SourceRecord.kind(source.kind()))
                    .u32(strings.add(source.path().substring(0, Math.max(slash, 0))))
                    .u32(strings.add(source.path().substring(slash + 1)))
                    .u32(0)
                    .u64(source.sizeBytes())
                    .append(HexFormat.of().parseHex(source.sha256()));
        }
        parts.put(Part.SOURCES, List.of(sink.content()));
    }

    private @Nullable String sourceVersion() {
        KernelConfig config = contents.config();
        return config == null || config.version() == null
                ? null
                : config.version().toString();
    }

    private void addMeta() {
        int symbols = 0;
        for (ObjectContents object : objects) {
            symbols += object.symbols().count();
        }
        ByteSink sink = new ByteSink();
        sink.u32(strings.add(contents.release()))
                .u32(strings.add(contents.architecture()))
                .u32(symbols)
                .u32(names.count())
                .u32(contents.config() == null ? 0 : MetaRecord.HAS_CONFIG)
                .u32(strings.add(sourceVersion()));
        parts.put(Part.META, List.of(sink.content()));
    }
}
