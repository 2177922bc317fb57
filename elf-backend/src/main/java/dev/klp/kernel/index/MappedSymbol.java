package dev.klp.kernel.index;

import dev.klp.kernel.Export;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;
import dev.klp.kernel.TypeReference;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.declaration.Declarations;
import dev.klp.kernel.index.IndexFormat.Part;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A symbol of a mapped index. */
final class MappedSymbol implements KernelSymbol {
    private final MappedObject object;
    private final int index;
    private final Region records;
    private final long at;

    MappedSymbol(MappedObject object, int index) {
        this.object = object;
        this.index = index;
        this.records = object.index().file().region(Part.SYMBOLS);
        this.at = (object.firstSymbol() + (long) index) * SymbolRecord.BYTES;
    }

    private int nameNumber() {
        return records.i32(at + SymbolRecord.NAME);
    }

    private int flags() {
        return records.u8(at + SymbolRecord.FLAGS);
    }

    int sectionNumber() {
        return records.u16(at + SymbolRecord.SECTION);
    }

    boolean isAtPlaceOf(MappedSymbol other) {
        return sectionNumber() == other.sectionNumber() && address() == other.address();
    }

    @Override
    public String name() {
        return object.index().names().name(nameNumber());
    }

    @Override
    public KernelObject object() {
        return object;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public int position() {
        int name = nameNumber();
        Occurrences occurrences = object.index().occurrences();
        return occurrences.ceiling(name, object.firstSymbol() + index)
                - occurrences.ceiling(name, object.firstSymbol())
                + 1;
    }

    @Override
    public int occurrences() {
        return object.occurrences(nameNumber()).length;
    }

    @Override
    public OptionalInt livePosition() {
        if (isInit()) {
            return OptionalInt.empty();
        }
        int position = 1;
        for (int symbol : object.occurrences(nameNumber())) {
            MappedSymbol other = object.symbolOf(symbol);
            if (other.index < index && !other.isInit()) {
                position++;
            }
        }
        return OptionalInt.of(position);
    }

    @Override
    public long address() {
        long low = records.u32(at + SymbolRecord.ADDRESS);
        if (!object.hasFlag(ObjectRecord.HAS_HIGH_ADDRESSES)) {
            return low;
        }
        Region high = object.index().file().region(Part.HIGH_ADDRESSES);
        return high.u32((object.field(ObjectRecord.FIRST_HIGH_ADDRESS) + (long) index) * Integer.BYTES) << 32 | low;
    }

    @Override
    public Optional<String> section() {
        int section = sectionNumber();
        if (section == 0) {
            return Optional.empty();
        }
        if (section > object.field(ObjectRecord.SECTION_NAME_COUNT)) {
            throw records.file().damaged(records.offset() + at, "a symbol is in a section that is not there");
        }
        Region names = object.index().file().region(Part.SECTION_NAMES);
        long entry = object.field(ObjectRecord.FIRST_SECTION_NAME) + (long) section - 1;
        return Optional.of(object.index().strings().get(names.i32(entry * Integer.BYTES)));
    }

    @Override
    public OptionalLong sizeBytes() {
        long size = records.u32(at + SymbolRecord.SIZE);
        return size == 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    @Override
    public char type() {
        return (char) records.u8(at + SymbolRecord.TYPE);
    }

    @Override
    public SymbolKind kind() {
        return SymbolRecord.kind(flags());
    }

    @Override
    public boolean isGlobal() {
        return (flags() & SymbolRecord.GLOBAL) != 0;
    }

    @Override
    public boolean isWeak() {
        return (flags() & SymbolRecord.WEAK) != 0;
    }

    @Override
    public boolean isInit() {
        return (flags() & SymbolRecord.INIT) != 0;
    }

    @Override
    public Traceability traceability() {
        return SymbolRecord.traceability(flags());
    }

    @Override
    public Optional<Export> export() {
        // A module's static function may bear the name of its own export only if they are the same.
        if (!isGlobal()) {
            return Optional.empty();
        }
        return object.index().exports().of(nameNumber(), name()).stream()
                .filter(export -> export.exporter().equals(object.name()))
                .findFirst();
    }

    @Override
    public List<String> aliases() {
        return object.neighbours().sharing(this).stream()
                .filter(other -> other.kind() == kind())
                .map(MappedSymbol::name)
                .filter(name -> !name.equals(name()))
                .distinct()
                .toList();
    }

    @Override
    public Optional<KernelSymbol> previous() {
        return Optional.ofNullable(object.neighbours().next(this, -1));
    }

    @Override
    public Optional<KernelSymbol> next() {
        return Optional.ofNullable(object.neighbours().next(this, 1));
    }

    @Override
    public Optional<String> sourceFile() {
        if (!object.hasFlag(ObjectRecord.HAS_SOURCE_FILES)) {
            return Optional.empty();
        }
        Region files = object.index().file().region(Part.SOURCE_FILES);
        long entry = object.field(ObjectRecord.FIRST_SOURCE_FILE) + (long) index;
        return Optional.ofNullable(object.index().strings().find(files.i32(entry * Integer.BYTES)));
    }

    @Override
    public List<TypeReference> types() {
        return object.types().find(nameNumber(), kind());
    }

    @Override
    public List<String> declarations() {
        List<String> texts = new ArrayList<>(1);
        try {
            for (TypeReference type : types()) {
                Declarations declarations = Declarations.of(type.btf());
                texts.add((kind() == SymbolKind.FUNCTION
                                ? declarations.function(type.id())
                                : declarations.variable(type.id()))
                        .text());
            }
        } catch (BtfFormatException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stream().distinct().toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MappedSymbol symbol && symbol.object == object && symbol.index == index;
    }

    @Override
    public int hashCode() {
        return object.hashCode() * 31 + index;
    }

    @Override
    public String toString() {
        return object.name() + ":" + name() + "," + position();
    }
}
