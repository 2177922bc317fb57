package dev.klp.kernel.modules;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SymbolTable;
import dev.klp.elf.SymbolType;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of each symbol of one module what the kernel will make of it. */
final class SymbolClassifier {
    private final SymbolTable symbols;
    private final List<ModuleSection> sections;
    private final TraceablePlaces records;
    /** The places of all symbols that {@code find_kallsyms_symbol} sees, sorted: a function ends where the next symbol begins. */
    private final long[] starts;

    SymbolClassifier(SymbolTable symbols, Names names, List<ModuleSection> sections, TraceablePlaces records)
            throws ElfFormatException {
        this.symbols = symbols;
        this.sections = sections;
        this.records = records;
        this.starts = starts(symbols, names);
    }

    private static long[] starts(SymbolTable symbols, Names names) throws ElfFormatException {
        long[] starts = new long[symbols.count()];
        int used = 0;
        for (int i = 0; i < symbols.count(); i++) {
            int section = symbols.definingSection(i);
            if (section != 0 && symbols.nameOffset(i) != 0 && !isMapping(names, symbols.nameOffset(i))) {
                starts[used++] = TraceablePlaces.place(section, symbols.value(i));
            }
        }
        long[] exact = Arrays.copyOf(starts, used);
        Arrays.sort(exact);
        return exact;
    }

    private static boolean isMapping(Names names, long offset) throws ElfFormatException {
        int first = names.firstByte(offset);
        return (first == '.' || first == '$') && isMapping(names.get(offset));
    }

    /** Marks of the assembler rather than symbols: {@code is_mapping_symbol} in include/linux/module_symbol.h. */
    static boolean isMapping(String name) {
        return name.startsWith(".L")
                || (name.length() > 1
                        && name.charAt(0) == '$'
                        && "axtd".indexOf(name.charAt(1)) >= 0
                        && (name.length() == 2 || name.charAt(2) == '.'));
    }

    SymbolKind kind(int index, String name, @Nullable ModuleSection section) {
        if (symbols.type(index) == SymbolType.STT_FILE) {
            return SymbolKind.FILE;
        }
        if (section == null || !section.isLoaded() || isMapping(name)) {
            return SymbolKind.OTHER;
        }
        return section.isCode() || symbols.type(index) == SymbolType.STT_FUNC ? SymbolKind.FUNCTION : SymbolKind.DATA;
    }

    Traceability traceability(int index, String name, SymbolKind kind) throws ElfFormatException {
        if (kind != SymbolKind.FUNCTION) {
            return Traceability.NOT_A_FUNCTION;
        }
        ModuleSection section = sections.get(symbols.definingSection(index));
        if (section.isInit()) {
            return Traceability.INIT;
        }
        if (section.isNoinstr()) {
            return Traceability.NOINSTR;
        }
        long value = symbols.value(index);
        if (records.isWithin(section.header().index(), value, end(section, value))) {
            return Traceability.TRACEABLE;
        }
        if (section.isExit()) {
            return Traceability.EXIT;
        }
        return ColdName.matches(name) ? Traceability.COLD : Traceability.NOTRACE;
    }

    private long end(ModuleSection section, long value) {
        int index = section.header().index();
        int at = Arrays.binarySearch(starts, TraceablePlaces.place(index, value + 1));
        int next = at >= 0 ? at : -at - 1;
        boolean follows = next < starts.length && (int) (starts[next] >>> 32) == index;
        return follows ? starts[next] & 0xFFFF_FFFFL : section.header().size();
    }
}
