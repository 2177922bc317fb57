package dev.klp.kernel.index;

import dev.klp.kernel.index.IndexFormat.Part;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the parts that hold objects and their symbols. */
final class ObjectParts {
    private final List<ObjectContents> objects;
    private final int nameCount;
    private final StringPool strings;

    private final ByteSink records = new ByteSink();
    private final ByteSink sectionNames = new ByteSink();
    private final ByteSink dependencies = new ByteSink();
    private final ByteSink symbols;
    private final ByteSink highAddresses = new ByteSink();
    private final ByteSink sourceFiles = new ByteSink();
    private final ByteSink typeNames = new ByteSink();
    private final List<ByteBuffer> types = new ArrayList<>();
    private long typesSize;
    private int firstSymbol;

    ObjectParts(List<ObjectContents> objects, int nameCount, StringPool strings) {
        this.objects = objects;
        this.nameCount = nameCount;
        this.strings = strings;
        this.symbols = new ByteSink(Math.max(1024, Math.multiplyExact(symbolCount(objects), SymbolRecord.BYTES)));
    }

    private static int symbolCount(List<ObjectContents> objects) {
        long count = 0;
        for (ObjectContents object : objects) {
            count += object.symbols().count();
        }
        return Math.toIntExact(count);
    }

    void addTo(Map<Part, List<ByteBuffer>> parts) {
        int[][] orders = objects.parallelStream()
                .map(object -> AddressOrder.of(object.symbols()))
                .toArray(int[][]::new);
        objects.forEach(this::addObject);
        addOccurrences(parts);
        ByteSink addressOrder = new ByteSink(Math.max(1024, firstSymbol * Integer.BYTES));
        for (int[] order : orders) {
            for (int index : order) {
                addressOrder.u32(index);
            }
        }
        parts.put(Part.ADDRESS_ORDER, List.of(addressOrder.content()));
        parts.put(Part.OBJECTS, List.of(records.content()));
        parts.put(Part.SECTION_NAMES, List.of(sectionNames.content()));
        parts.put(Part.DEPENDENCIES, List.of(dependencies.content()));
        parts.put(Part.SYMBOLS, List.of(symbols.content()));
        parts.put(Part.HIGH_ADDRESSES, List.of(highAddresses.content()));
        parts.put(Part.SOURCE_FILES, List.of(sourceFiles.content()));
        parts.put(Part.TYPE_NAMES, List.of(typeNames.content()));
        parts.put(Part.TYPES, types);
    }

    private void addObject(ObjectContents object) {
        SymbolColumns columns = object.symbols();
        boolean high = columns.needsHighAddresses();
        TypeContents btf = object.types();
        int flags = (object.livepatch() ? ObjectRecord.LIVEPATCH : 0)
                | (high ? ObjectRecord.HAS_HIGH_ADDRESSES : 0)
                | (columns.hasSourceFiles() ? ObjectRecord.HAS_SOURCE_FILES : 0)
                | (btf != null && btf.isDeflated() ? ObjectRecord.TYPES_DEFLATED : 0);
        records.u32(strings.add(object.name()))
                .u8(ObjectRecord.kind(object.kind()))
                .u8(ObjectRecord.order(object.order()))
                .u8(flags)
                .u8(0)
                .u32(firstSymbol)
                .u32(columns.count())
                .u32(sectionNames.size() / Integer.BYTES)
                .u32(object.sections().size())
                .u32(dependencies.size() / Integer.BYTES)
                .u32(object.dependencies().size())
                .u32(strings.add(object.path()))
                .u32(strings.add(object.vermagic()))
                .u32(highAddresses.size() / Integer.BYTES)
                .u32(sourceFiles.size() / Integer.BYTES)
                .u32(typeNames.size() / (2 * Integer.BYTES))
                .u32(btf == null ? 0 : btf.nameCount())
                .u64(typesSize)
                .u32(btf == null ? 0 : btf.stored().length)
                .u32(btf == null ? 0 : btf.sizeBytes());
        object.sections().forEach(name -> sectionNames.u32(strings.add(name)));
        object.dependencies().forEach(name -> dependencies.u32(strings.add(name)));
        addSymbols(columns, high);
        addTypes(btf);
        firstSymbol += columns.count();
    }

    private void addSymbols(SymbolColumns columns, boolean high) {
        for (int i = 0; i < columns.count(); i++) {
            symbols.u32(columns.name(i).number())
                    .u32((int) columns.address(i))
                    .u32(columns.size(i))
                    .u16(columns.section(i))
                    .u8(columns.type(i))
                    .u8(columns.flags(i));
            if (high) {
                highAddresses.u32((int) (columns.address(i) >>> 32));
            }
            if (columns.hasSourceFiles()) {
                sourceFiles.u32(strings.add(columns.sourceFile(i)));
            }
        }
    }

    private void addTypes(@Nullable TypeContents btf) {
        if (btf == null) {
            return;
        }
        long[] pairs = new long[btf.nameCount()];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (long) btf.name(i).number() << 32 | btf.id(i) & 0xFFFF_FFFFL;
        }
        Arrays.sort(pairs);
        for (long pair : pairs) {
            typeNames.u32((int) (pair >>> 32)).u32((int) pair);
        }
        types.add(ByteBuffer.wrap(btf.stored()));
        typesSize += btf.stored().length;
    }

    /** A counting sort: symbols are numbered in the order that each name's occurrences must have. */
    private void addOccurrences(Map<Part, List<ByteBuffer>> parts) {
        int[] starts = new int[nameCount + 1];
        for (ObjectContents object : objects) {
            SymbolColumns columns = object.symbols();
            for (int i = 0; i < columns.count(); i++) {
                starts[columns.name(i).number() + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        parts.put(Part.OCCURRENCE_STARTS, List.of(words(starts)));
        int[] occurrences = new int[firstSymbol];
        int symbol = 0;
        for (ObjectContents object : objects) {
            SymbolColumns columns = object.symbols();
            for (int i = 0; i < columns.count(); i++) {
                occurrences[starts[columns.name(i).number()]++] = symbol++;
            }
        }
        parts.put(Part.OCCURRENCES, List.of(words(occurrences)));
    }

    private static ByteBuffer words(int[] values) {
        ByteSink sink = new ByteSink(Math.max(1024, values.length * Integer.BYTES));
        for (int value : values) {
            sink.u32(value);
        }
        return sink.content();
    }
}
