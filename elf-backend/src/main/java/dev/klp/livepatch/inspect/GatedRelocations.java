package dev.klp.livepatch.inspect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.livepatch.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Relocations that wait for one object.
 *
 * @param gate the object whose loading makes the kernel apply them; the section's name where it names none
 * @param sections how many each section has, in the order of the file
 * @param symbols how many there are against each symbol ({@code vmlinux.nr_threads,0}), in the order of the file
 */
public record GatedRelocations(String gate, Map<String, Integer> sections, Map<String, Integer> symbols) {
    /** All relocations. */
    public int count() {
        return sections.values().stream().mapToInt(Integer::intValue).sum();
    }

    static List<GatedRelocations> of(KernelModule module) throws ElfFormatException {
        Map<String, GatedRelocations> byGate = new LinkedHashMap<>();
        for (Section section : module.livepatchRelocationSections()) {
            if (section.content() instanceof RelocationContent table && section.infoSection() != null) {
                ObjectName object = LivepatchFormat.gatingObject(section.name());
                String gate = object == null ? section.name() : object.text();
                GatedRelocations gated = byGate.computeIfAbsent(
                        gate, any -> new GatedRelocations(gate, new LinkedHashMap<>(), new LinkedHashMap<>()));
                gated.sections.merge(section.infoSection().name(), table.count(), Integer::sum);
                for (Relocation relocation : table.entries()) {
                    gated.symbols.merge(name(relocation.symbol()), 1, Integer::sum);
                }
            }
        }
        return new ArrayList<>(byGate.values());
    }

    private static String name(@Nullable Symbol symbol) {
        String name = symbol == null ? "" : symbol.name();
        return name.startsWith(LivepatchFormat.SYMBOL_PREFIX)
                ? name.substring(LivepatchFormat.SYMBOL_PREFIX.length())
                : name;
    }
}
