package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A module's relocations by the places that they change. */
final class PlacedRelocations {
    private final Map<Section, List<RelocationContent>> tables = new HashMap<>();
    private final Map<Section, Map<Long, List<OrdinaryRelocation>>> byPlace = new HashMap<>();

    private PlacedRelocations(List<Section> relocationSections) {
        for (Section section : relocationSections) {
            Section target = section.infoSection();
            if (target != null && section.content() instanceof RelocationContent table) {
                tables.computeIfAbsent(target, any -> new ArrayList<>()).add(table);
            }
        }
    }

    /** Those that the module loader applies. */
    static PlacedRelocations ordinary(KernelModule module) {
        return new PlacedRelocations(module.ordinaryRelocationSections());
    }

    /** Those that the livepatch core applies. */
    static PlacedRelocations livepatch(KernelModule module) {
        return new PlacedRelocations(module.livepatchRelocationSections());
    }

    /** The relocations of a section by ascending place. */
    List<Relocation> of(Section target) throws ElfFormatException {
        List<Relocation> sorted = new ArrayList<>();
        for (RelocationContent table : tables.getOrDefault(target, List.of())) {
            sorted.addAll(table.entries());
        }
        sorted.sort((a, b) -> Long.compareUnsigned(a.offset(), b.offset()));
        return sorted;
    }

    /** The relocations of one place. */
    List<OrdinaryRelocation> at(Section target, long offset) throws ElfFormatException {
        Map<Long, List<OrdinaryRelocation>> places = byPlace.get(target);
        if (places == null) {
            places = new HashMap<>();
            for (RelocationContent table : tables.getOrDefault(target, List.of())) {
                for (Relocation relocation : table.entries()) {
                    places.computeIfAbsent(relocation.offset(), any -> new ArrayList<>(1))
                            .add(new OrdinaryRelocation(table, relocation));
                }
            }
            byPlace.put(target, places);
        }
        return places.getOrDefault(offset, List.of());
    }
}
