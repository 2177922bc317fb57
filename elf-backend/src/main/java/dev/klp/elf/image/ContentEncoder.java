package dev.klp.elf.image;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.RelocationTable;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionIndex;
import dev.klp.elf.SymbolTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the bytes of one section, or copies them where nothing changed. */
final class ContentEncoder {
    private final ElfLayout layout;
    private final ElfFormat format;

    ContentEncoder(ElfLayout layout) {
        this.layout = layout;
        this.format = layout.image().format();
    }

    void encode(Section section, SequentialOutput output) throws IOException {
        SectionContent content = section.content();
        if (content instanceof OpaqueContent opaque) {
            copyOrWrite(section, opaque, output);
        } else if (content instanceof StringTableContent) {
            StringPlacement strings = layout.strings(section);
            copyOrWrite(section, strings.existing(), output);
            output.write(strings.appended());
        } else if (content instanceof SymbolTableContent table) {
            if (table.isInflated()) {
                output.write(symbols(section, table));
            } else {
                copy(section, output);
            }
        } else if (content instanceof RelocationContent relocations) {
            relocations(section, relocations, output);
        } else if (content instanceof GroupContent group) {
            output.write(group(group));
        } else if (content instanceof ExtendedIndexContent extended) {
            SymbolTableContent symbols = layout.extendedSymbols(section);
            output.write(symbols == null ? extended.bytes() : extendedIndices(symbols));
        }
    }

    private static void copyOrWrite(Section section, OpaqueContent content, SequentialOutput output)
            throws IOException {
        if (section.hasSourceBytes()) {
            copy(section, output);
        } else {
            output.write(content.bytes());
        }
    }

    private static void copyOrWrite(Section section, ByteBuffer bytes, SequentialOutput output) throws IOException {
        if (section.origin() != null) {
            copy(section, output);
        } else {
            output.write(bytes);
        }
    }

    private static void copy(Section section, SequentialOutput output) throws IOException {
        SectionHeader origin = section.origin();
        if (origin == null) {
            throw new IllegalStateException(section + " has no source to be copied from");
        }
        output.copy(origin.offset(), origin.fileSize());
    }

    private ByteBuffer symbols(Section section, SymbolTableContent table) throws ElfFormatException {
        SymbolNumbering numbering = layout.numbering(table);
        int size = format.symbolSize();
        ByteBuffer bytes = allocate((long) numbering.count() * size);
        SymbolTable source = table.source();
        if (source != null && source.count() > 0) {
            bytes.put(0, source.bytes(), 0, size);
        }
        int at = size;
        for (Symbol symbol : numbering.order()) {
            require(
                    format.holds(symbol.value()) && format.holds(symbol.size()),
                    "value or size of symbol " + symbol + " does not fit into 32 bits");
            int info = symbol.binding() << 4 | symbol.type();
            SymbolTable.write(
                    format,
                    bytes,
                    at,
                    layout.nameOffset(section, symbol),
                    info,
                    symbol.other(),
                    storedIndex(symbol),
                    symbol.value(),
                    symbol.size());
            at += size;
        }
        return bytes;
    }

    private int storedIndex(Symbol symbol) {
        SymbolPlacement placement = symbol.placement();
        if (placement instanceof SymbolPlacement.InSection in) {
            int index = layout.indexOf(in.section());
            return index < SectionIndex.SHN_LORESERVE ? index : SectionIndex.SHN_XINDEX;
        } else if (placement instanceof SymbolPlacement.Reserved reserved) {
            return reserved.index();
        } else if (placement instanceof SymbolPlacement.Absolute) {
            return SectionIndex.SHN_ABS;
        } else if (placement instanceof SymbolPlacement.Common) {
            return SectionIndex.SHN_COMMON;
        }
        return SectionIndex.SHN_UNDEF;
    }

    private ByteBuffer extendedIndices(SymbolTableContent table) {
        SymbolNumbering numbering = layout.numbering(table);
        ByteBuffer bytes = allocate(numbering.count() * 4L);
        int at = 4;
        for (Symbol symbol : numbering.order()) {
            int index = layout.indexOf(symbol.section());
            bytes.putInt(at, index < SectionIndex.SHN_LORESERVE ? 0 : index);
            at += 4;
        }
        return bytes;
    }

    private void relocations(Section section, RelocationContent content, SequentialOutput output) throws IOException {
        RelocationTable untouched = content.untouched();
        if (untouched == null) {
            output.write(relocations(section, content));
            return;
        }
        SymbolTableContent symbols = content.symbols();
        int[] moved = symbols == null ? null : layout.numbering(symbols).moved();
        if (moved == null) {
            copy(section, output);
        } else {
            output.write(renumbered(untouched, moved));
        }
    }

    private ByteBuffer relocations(Section section, RelocationContent content) throws ElfFormatException {
        List<Relocation> entries = content.entries();
        int size = format.relocationSize(content.hasAddends());
        ByteBuffer bytes = allocate((long) entries.size() * size);
        int at = 0;
        for (Relocation entry : entries) {
            require(
                    fits(entry),
                    "a relocation of section " + section + " for offset 0x" + Long.toHexString(entry.offset())
                            + " does not fit into an entry of " + size + " bytes: type " + entry.type() + ", addend "
                            + entry.addend());
            RelocationTable.write(
                    format,
                    bytes,
                    at,
                    content.hasAddends(),
                    entry.offset(),
                    format.relocationInfo(index(content.symbols(), entry.symbol()), entry.type()),
                    entry.addend());
            at += size;
        }
        return bytes;
    }

    private int index(@Nullable SymbolTableContent table, @Nullable Symbol symbol) throws ElfFormatException {
        if (symbol == null) {
            return 0;
        }
        if (table == null) {
            throw new IllegalStateException("relocation against " + symbol + " without a symbol table");
        }
        return checked(layout.numbering(table).indexOf(symbol));
    }

    private boolean fits(Relocation entry) {
        return format.holds(entry.offset()) && format.holdsAddend(entry.addend()) && format.holdsType(entry.type());
    }

    private int checked(int symbol) throws ElfFormatException {
        if (symbol < 0) {
            throw new AssertionError("a relocation against a removed symbol");
        }
        require(
                symbol <= format.maxRelocationSymbol(),
                "symbol index " + symbol + " does not fit into r_info, whose limit is " + format.maxRelocationSymbol());
        return symbol;
    }

    private void require(boolean fits, String problem) throws ElfFormatException {
        if (!fits) {
            throw new ElfFormatException(layout.image().name(), 0, null, problem);
        }
    }

    private ByteBuffer renumbered(RelocationTable table, int[] moved) throws ElfFormatException {
        ByteBuffer bytes = allocate(table.bytes().limit());
        bytes.put(0, table.bytes(), 0, bytes.limit());
        int size = format.relocationSize(table.hasAddends());
        for (int index = 0; index < table.count(); index++) {
            int symbol = moved[table.symbol(index, moved.length)];
            long info = format.relocationInfo(checked(symbol), table.type(index));
            format.putWord(bytes, index * size + format.wordSize(), info);
        }
        return bytes;
    }

    private ByteBuffer group(GroupContent group) {
        ByteBuffer bytes = allocate(4L * (group.members().size() + 1));
        bytes.putInt((int) group.flags());
        for (Section member : group.members()) {
            bytes.putInt(layout.indexOf(member));
        }
        return bytes.flip();
    }

    private ByteBuffer allocate(long size) {
        return ByteBuffer.allocate(Math.toIntExact(size)).order(format.order());
    }
}
