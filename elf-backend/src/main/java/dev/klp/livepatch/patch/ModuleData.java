package dev.klp.livepatch.patch;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SymbolType;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The data of a module that is not loaded: a pointer is a relocation, and everything else the bytes of a section. */
final class ModuleData {
    /** Longer than any name of the kernel, so that a string without an end is not copied whole. */
    private static final int LONGEST_STRING = 1024;

    private final KernelModule module;
    private final Map<Section, List<RelocationContent>> tables = new HashMap<>();
    private final Map<Section, TreeMap<Long, Relocation>> pointers = new HashMap<>();
    private final Map<Section, TreeMap<Long, Symbol>> objects = new HashMap<>();
    private final Map<DataPlace, String> functions = new HashMap<>();
    /** Arrays of a sound module do not overlap; those of a damaged one may, so that reading all of each would take for ever. */
    private long budget = 10_000;

    ModuleData(KernelModule module) throws ElfFormatException {
        this.module = module;
        for (Section section : module.ordinaryRelocationSections()) {
            if (section.infoSection() != null && section.content() instanceof RelocationContent table) {
                tables.computeIfAbsent(section.infoSection(), any -> new ArrayList<>())
                        .add(table);
                budget += 64L * table.count();
            }
        }
        for (Symbol symbol : module.symbols().symbols()) {
            Section section = symbol.section();
            if (section != null && symbol.type() == SymbolType.STT_OBJECT && symbol.size() > 0) {
                objects.computeIfAbsent(section, any -> new TreeMap<>(Long::compareUnsigned))
                        .put(symbol.value(), symbol);
            } else if (section != null && symbol.type() == SymbolType.STT_FUNC) {
                functions.put(new DataPlace(section, symbol.value()), symbol.name());
            }
        }
    }

    /** Whether one more entry may be looked at. */
    boolean mayGoOn() {
        return --budget > 0;
    }

    int pointerBytes() {
        return module.image().format().wordSize();
    }

    /** The pointers that the loader stores in a section, by their places in it. */
    TreeMap<Long, Relocation> pointers(Section section) throws ElfFormatException {
        TreeMap<Long, Relocation> known = pointers.get(section);
        if (known == null) {
            known = new TreeMap<>(Long::compareUnsigned);
            for (RelocationContent table : tables.getOrDefault(section, List.of())) {
                for (Relocation relocation : table.entries()) {
                    if (relocation.type() == module.architecture().absolutePointerType()) {
                        known.put(relocation.offset(), relocation);
                    }
                }
            }
            pointers.put(section, known);
        }
        return known;
    }

    /** What the pointer at a place points to in this module, or null if there is none or it points elsewhere. */
    @Nullable
    DataPlace pointer(DataPlace place) throws ElfFormatException {
        Relocation relocation = pointers(place.section()).get(place.offset());
        Symbol symbol = relocation == null ? null : relocation.symbol();
        Section section = symbol == null ? null : symbol.section();
        return relocation == null || symbol == null || section == null
                ? null
                : new DataPlace(section, symbol.value() + relocation.addend());
    }

    /** The name of the function that the pointer at a place points to, a description where it has none, or null for no pointer. */
    @Nullable
    String functionName(DataPlace place) throws ElfFormatException {
        Relocation relocation = pointers(place.section()).get(place.offset());
        if (relocation == null || relocation.symbol() == null) {
            return null;
        }
        DataPlace target = pointer(place);
        if (target == null) {
            return relocation.symbol().name();
        }
        String name = functions.get(target);
        return name != null
                ? name
                : module.place(target.section(), target.offset()).toString();
    }

    /** The string that the pointer at a place points to, or null if there is no pointer or no string. */
    @Nullable
    String string(DataPlace place) throws ElfFormatException {
        DataPlace target = pointer(place);
        if (target == null || !(target.section().content() instanceof OpaqueContent content)) {
            return null;
        }
        ByteBuffer bytes = content.bytes();
        if (target.offset() < 0 || target.offset() >= bytes.limit()) {
            return null;
        }
        int start = (int) target.offset();
        int limit = Math.min(bytes.limit(), start + LONGEST_STRING);
        int end = start;
        while (end < limit && bytes.get(end) != 0) {
            end++;
        }
        if (end == limit) {
            return null;
        }
        byte[] text = new byte[end - start];
        bytes.get(start, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** An unsigned number of the width of a pointer; 0 outside the section, as the terminator is. */
    long word(DataPlace place) {
        ByteBuffer bytes = bytes(place, pointerBytes());
        if (bytes == null) {
            return 0;
        }
        return pointerBytes() == Long.BYTES
                ? bytes.getLong((int) place.offset())
                : Integer.toUnsignedLong(bytes.getInt((int) place.offset()));
    }

    /** An unsigned number of 32 bits; 0 outside the section. */
    long integer(DataPlace place) {
        ByteBuffer bytes = bytes(place, Integer.BYTES);
        return bytes == null ? 0 : Integer.toUnsignedLong(bytes.getInt((int) place.offset()));
    }

    /** Whether a byte is other than 0. */
    boolean flag(DataPlace place) {
        ByteBuffer bytes = bytes(place, 1);
        return bytes != null && bytes.get((int) place.offset()) != 0;
    }

    private static @Nullable ByteBuffer bytes(DataPlace place, int count) {
        if (!(place.section().content() instanceof OpaqueContent content)) {
            return null;
        }
        ByteBuffer bytes = content.bytes();
        return place.offset() < 0 || place.offset() > bytes.limit() - count ? null : bytes;
    }

    /** The offset at which the object around a place ends, by its symbol, or -1 if no symbol tells. */
    long endOfObject(DataPlace place) {
        TreeMap<Long, Symbol> inSection = objects.get(place.section());
        Map.Entry<Long, Symbol> around = inSection == null ? null : inSection.floorEntry(place.offset());
        if (around == null
                || place.offset() - around.getKey() >= around.getValue().size()) {
            return -1;
        }
        return around.getKey() + around.getValue().size();
    }

    /** The offset at which a place's section ends. */
    static long endOfSection(DataPlace place) {
        return place.section().content() instanceof OpaqueContent content
                ? content.bytes().limit()
                : 0;
    }
}
