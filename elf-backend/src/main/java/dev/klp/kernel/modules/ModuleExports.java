package dev.klp.kernel.modules;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionIndex;
import dev.klp.elf.SymbolTable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a module exports, from the symbols that {@code EXPORT_SYMBOL} leaves (include/linux/export-internal.h):
 * {@code __ksymtab_NAME} in {@code __ksymtab} or {@code __ksymtab_gpl}, {@code __kstrtabns_NAME} at the namespace's string,
 * {@code __crc_NAME} at the CRC.
 */
final class ModuleExports {
    private static final String ENTRY = "__ksymtab_";
    private static final String NAMESPACE = "__kstrtabns_";
    private static final String CRC = "__crc_";

    private final ElfFile file;
    private final SymbolTable symbols;
    private final List<ModuleSection> sections;
    private final Map<String, Integer> namespaces = new HashMap<>();
    private final Map<String, Integer> crcs = new HashMap<>();
    private final Map<String, Integer> entries = new HashMap<>();

    ModuleExports(ElfFile file, SymbolTable symbols, List<ModuleSection> sections) {
        this.file = file;
        this.symbols = symbols;
        this.sections = sections;
    }

    /** Takes note of a symbol if it belongs to an export. */
    void see(int index, String name) {
        if (!name.startsWith("__")) {
            return;
        }
        if (name.startsWith(ENTRY)) {
            entries.put(name.substring(ENTRY.length()), index);
        } else if (name.startsWith(NAMESPACE)) {
            namespaces.put(name.substring(NAMESPACE.length()), index);
        } else if (name.startsWith(CRC)) {
            crcs.put(name.substring(CRC.length()), index);
        }
    }

    /** All exports seen, sorted by name. */
    List<ModuleExport> list() throws ElfFormatException {
        List<ModuleExport> exports = new ArrayList<>(entries.size());
        for (String name : entries.keySet().stream().sorted().toList()) {
            ModuleSection section = section(entries.getOrDefault(name, 0));
            if (section != null && section.name().startsWith("__ksymtab")) {
                boolean gplOnly = section.name().startsWith("__ksymtab_gpl");
                exports.add(new ModuleExport(name, gplOnly, namespace(name), crc(name)));
            }
        }
        return exports;
    }

    private String namespace(String name) throws ElfFormatException {
        Integer symbol = namespaces.get(name);
        ModuleSection section = symbol == null ? null : section(symbol);
        if (symbol == null || section == null) {
            return "";
        }
        ByteBuffer content = file.content(section.header());
        long start = symbols.value(symbol);
        if (start < 0 || start >= content.limit()) {
            throw outside(section.header(), NAMESPACE + name, start);
        }
        int end = (int) start;
        int limit = Math.min(content.limit(), end + Names.LIMIT);
        while (end < limit && content.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - (int) start];
        content.get((int) start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private @Nullable Long crc(String name) throws ElfFormatException {
        Integer symbol = crcs.get(name);
        if (symbol == null) {
            return null;
        }
        long value = symbols.value(symbol);
        // Before 5.12 genksyms' CRC was the symbol's own value.
        if (symbols.sectionIndex(symbol) == SectionIndex.SHN_ABS) {
            return value & 0xFFFF_FFFFL;
        }
        ModuleSection section = section(symbol);
        if (section == null) {
            return null;
        }
        ByteBuffer content = file.content(section.header());
        if (value < 0 || value > content.limit() - Integer.BYTES) {
            throw outside(section.header(), CRC + name, value);
        }
        return content.getInt((int) value) & 0xFFFF_FFFFL;
    }

    private @Nullable ModuleSection section(int symbol) throws ElfFormatException {
        int index = symbols.definingSection(symbol);
        return index == 0 ? null : sections.get(index);
    }

    private ElfFormatException outside(SectionHeader section, String symbol, long value) {
        return file.malformed(
                section, "symbol " + symbol + " is at 0x" + Long.toHexString(value) + ", outside the section");
    }
}
