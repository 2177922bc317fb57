package dev.klp.kernel.index;

import dev.klp.kernel.index.IndexFormat.Part;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds the parts that hold objects and their symbols. */
final class ObjectParts {
    private final List<ObjectContents> objects;
    private final NameDictionary names;
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

    ObjectParts(List<ObjectContents> objects, NameDictionary names, StringPool strings) {
        this.objects = objects;
        this.names = names;
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
        int[][] nameNumbers = objects.parallelStream().map(this::numbers).toArray(int[][]::new);
        int[][] orders = objects.parallelStream()
                .map(object -> AddressOrder.of(object.symbols()))
                .toArray(int[][]::new);
        for (int i = 0; i < objects.size(); i++) {
            addObject(objects.get(i), nameNumbers[i]);
        }
        addOccurrences(nameNumbers, parts);
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

    private int[] numbers(ObjectContents object) {
        SymbolColumns columns = object.symbols();
        return IntStream.range(0, columns.count())
                .map(i -> names.number(columns.name(i)))
                .toArray();
    }

    private void addObject(ObjectContents object, int[] nameNumbers) {
        SymbolColumns columns = object.symbols();
        boolean high = columns.needsHighAddresses();
        TypeContents btf = object.types();
        int flags = (object.livepatch() ? ObjectRecord.LIVEPATCH : 0)
                | (high ? ObjectRecord.HAS_HIGH_ADDRESSES : 0)
                | (columns.hasSourceFiles() ? ObjectRecord.HAS_SOURCE_FILES : 0)
                | (btf != null && btf.deflated() ? ObjectRecord.TYPES_DEFLATED : 0);
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
                .u32(btf == null ? 0 : btf.names().length)
                .u64(typesSize)
                .u32(btf == null ? 0 : btf.stored().length)
                .u32(btf == null ? 0 : btf.sizeBytes());
        object.sections().forEach(name -> sectionNames.u32(strings.add(name)));
        object.dependencies().forEach(name -> dependencies.u32(strings.add(name)));
        addSymbols(columns, nameNumbers, high);
        addTypes(btf);
        firstSymbol += columns.count();
    }

    private void addSymbols(SymbolColumns columns, int[] nameNumbers, boolean high) {
        for (int i = 0; i < columns.count(); i++) {
            symbols.u32(nameNumbers[i])
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
        long[] pairs = new long[btf.names().length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (long) names.number(btf.names()[i]) << 32 | btf.ids()[i] & 0xFFFF_FFFFL;
        }
        Arrays.sort(pairs);
        for (long pair : pairs) {
            typeNames.u32((int) (pair >>> 32)).u32((int) pair);
        }
        types.add(ByteBuffer.wrap(btf.stored()));
        typesSize += btf.stored().length;
    }

    /** A counting sort: symbols are numbered in the order that each name's occurrences must have. */
    private void addOccurrences(int[][] nameNumbers, Map<Part, List<ByteBuffer>> parts) {
        int[] starts = new int[names.count() + 1];
        for (int[] numbers : nameNumbers) {
            for (int number : numbers) {
                starts[number + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        ByteSink startSink = new ByteSink(starts.length * Integer.BYTES);
        for (int start : starts) {
            startSink.u32(start);
        }
        int[] occurrences = new int[firstSymbol];
        int symbol = 0;
        for (int[] numbers : nameNumbers) {
            for (int number : numbers) {
                occurrences[starts[number]++] = symbol++;
            }
        }
        ByteSink occurrenceSink = new ByteSink(Math.max(1024, firstSymbol * Integer.BYTES));
        for (int occurrence : occurrences) {
            occurrenceSink.u32(occurrence);
        }
        parts.put(Part.OCCURRENCE_STARTS, List.of(startSink.content()));
        parts.put(Part.OCCURRENCES, List.of(occurrenceSink.content()));
    }
}
