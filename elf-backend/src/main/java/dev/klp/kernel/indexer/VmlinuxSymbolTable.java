package dev.klp.kernel.indexer;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.SymbolTable;
import dev.klp.elf.SymbolType;
import dev.klp.kernel.image.KernelImage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the symbol table of an unstripped vmlinux adds to kallsyms: sizes, and the files that local symbols come from. */
final class VmlinuxSymbolTable {
    private final Map<Key, Entry> entries;

    private record Key(String name, long address) {}

    /**
     * One symbol.
     *
     * @param sizeBytes its size, 0 if unknown
     * @param sourceFile the file of a local symbol, or null
     */
    record Entry(long sizeBytes, @Nullable String sourceFile) {}

    private VmlinuxSymbolTable(Map<Key, Entry> entries) {
        this.entries = entries;
    }

    /** The symbol table of an image, empty for a stripped one. */
    static VmlinuxSymbolTable read(KernelImage image) throws ElfFormatException {
        Map<Key, Entry> entries = new HashMap<>();
        ElfFile elf = image.elf();
        SectionHeader section = elf == null ? null : elf.firstOfType(SectionType.SHT_SYMTAB);
        if (elf != null && section != null) {
            SymbolTable table = elf.symbols(section);
            String file = null;
            for (int i = 1; i < table.count(); i++) {
                if (table.type(i) == SymbolType.STT_FILE) {
                    file = table.name(i);
                } else {
                    // The local symbols after an STT_FILE are that file's: gABI 4, "Symbol Table".
                    boolean local = table.binding(i) == SymbolBinding.STB_LOCAL;
                    entries.putIfAbsent(
                            new Key(table.name(i), table.value(i)), new Entry(table.size(i), local ? file : null));
                }
            }
        }
        return new VmlinuxSymbolTable(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    @Nullable
    Entry find(String name, long address) {
        return entries.isEmpty() ? null : entries.get(new Key(name, address));
    }
}
