package dev.klp.kernel.index;

import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SymbolOrder;
import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.index.IndexFormat.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An object of a mapped index. */
final class MappedObject implements KernelObject {
    private final MappedKernelIndex index;
    private final String name;
    private final Region record;
    private final long at;
    private final int firstSymbol;
    private final int symbolCount;
    private final AddressNeighbours neighbours;
    private final TypeTable types;

    MappedObject(MappedKernelIndex index, String name, long at) {
        this.index = index;
        this.name = name;
        this.record = index.file().region(Part.OBJECTS);
        this.at = at;
        this.firstSymbol = field(ObjectRecord.FIRST_SYMBOL);
        this.symbolCount = field(ObjectRecord.SYMBOL_COUNT);
        if (firstSymbol < 0 || symbolCount < 0 || symbolCount > index.symbolCount() - firstSymbol) {
            throw index.file().damaged(record.offset() + at, "an object has symbols that are not there");
        }
        this.neighbours = new AddressNeighbours(this);
        this.types = new TypeTable(this);
    }

    MappedKernelIndex index() {
        return index;
    }

    /** A u32 of this object's {@link ObjectRecord}. */
    int field(int offset) {
        return record.i32(at + offset);
    }

    long longField(int offset) {
        return record.i64(at + offset);
    }

    boolean hasFlag(int flag) {
        return (record.u8(at + ObjectRecord.FLAGS) & flag) != 0;
    }

    int firstSymbol() {
        return firstSymbol;
    }

    AddressNeighbours neighbours() {
        return neighbours;
    }

    TypeTable types() {
        return types;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ObjectKind kind() {
        return ObjectRecord.kind(record.u8(at + ObjectRecord.KIND));
    }

    @Override
    public SymbolOrder order() {
        return ObjectRecord.order(record.u8(at + ObjectRecord.ORDER));
    }

    @Override
    public Optional<String> path() {
        return Optional.ofNullable(index.strings().find(field(ObjectRecord.PATH)));
    }

    @Override
    public Optional<String> vermagic() {
        return Optional.ofNullable(index.strings().find(field(ObjectRecord.VERMAGIC)));
    }

    @Override
    public boolean isLivepatch() {
        return hasFlag(ObjectRecord.LIVEPATCH);
    }

    @Override
    public List<String> dependencies() {
        Region region = index.file().region(Part.DEPENDENCIES);
        int first = field(ObjectRecord.FIRST_DEPENDENCY);
        int count = field(ObjectRecord.DEPENDENCY_COUNT);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(index.strings().get(region.i32((first + (long) i) * Integer.BYTES)));
        }
        return names;
    }

    @Override
    public List<KernelObject> dependencyClosure() {
        SortedMap<String, KernelObject> closure = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(dependencies());
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (!closure.containsKey(next)) {
                index.object(next).ifPresent(object -> {
                    closure.put(next, object);
                    open.addAll(object.dependencies());
                });
            }
        }
        return List.copyOf(closure.values());
    }

    @Override
    public Optional<Btf> btf() {
        return Optional.ofNullable(types.btf());
    }

    @Override
    public int symbolCount() {
        return symbolCount;
    }

    @Override
    public Stream<KernelSymbol> symbols() {
        return IntStream.range(0, symbolCount).mapToObj(this::symbolAt);
    }

    @Override
    public List<KernelSymbol> symbols(String symbolName) {
        int number = index.names().find(symbolName);
        if (number < 0) {
            return List.of();
        }
        List<KernelSymbol> found = new ArrayList<>();
        for (int symbol : occurrences(number)) {
            found.add(symbolOf(symbol));
        }
        return found;
    }

    /** The symbols of this object that bear a name, numbered through all objects. */
    int[] occurrences(int nameNumber) {
        return index.occurrences().within(nameNumber, firstSymbol, firstSymbol + symbolCount);
    }

    /** The symbol of an index in this object. */
    MappedSymbol symbolAt(int symbolIndex) {
        return new MappedSymbol(this, Objects.checkIndex(symbolIndex, symbolCount));
    }

    /** The symbol of a number that counts through all objects. */
    MappedSymbol symbolOf(int symbol) {
        if (symbol < firstSymbol || symbol - firstSymbol >= symbolCount) {
            throw index.file().damaged(record.offset() + at, "a name refers to a symbol that is not there");
        }
        return new MappedSymbol(this, symbol - firstSymbol);
    }

    @Override
    public List<KernelSymbol> clones(String symbolName) {
        List<KernelSymbol> found = new ArrayList<>();
        for (String clone : complete(symbolName + ".", Integer.MAX_VALUE)) {
            if (CloneName.isClone(clone, symbolName)) {
                found.addAll(symbols(clone));
            }
        }
        return found;
    }

    @Override
    public List<String> nearest(String symbolName) {
        return new NearNames(index, firstSymbol, firstSymbol + symbolCount).of(symbolName);
    }

    @Override
    public List<String> complete(String prefix, int limit) {
        return new Completion(index).complete(prefix, limit, firstSymbol, firstSymbol + symbolCount);
    }

    @Override
    public List<KernelSymbol> around(KernelSymbol symbol, int before, int after) {
        if (!(symbol instanceof MappedSymbol own) || own.object() != this) {
            throw new IllegalArgumentException(symbol + " is not a symbol of " + name);
        }
        return neighbours.around(own, before, after);
    }

    @Override
    public String toString() {
        return name;
    }
}
