package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.livepatch.ObjectName;
import dev.klp.livepatch.dialect.LivepatchRelocation;
import dev.klp.livepatch.dialect.OrdinaryRelocation;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves relocations out of the loader's tables into those of the livepatch core. */
final class RelocationMove {
    private final KernelModule module;
    private final Map<Destination, RelocationContent> tables = new HashMap<>();

    /** A table of its own for each: two sections may share a name, so the section itself counts. */
    private record Destination(ObjectName gatingObject, Section target) {}

    RelocationMove(KernelModule module) {
        this.module = module;
    }

    void move(List<LivepatchRelocation> relocations) throws ElfFormatException {
        findExisting();
        Map<RelocationContent, Set<Relocation>> moved = new IdentityHashMap<>();
        for (LivepatchRelocation relocation : relocations) {
            table(new Destination(relocation.gatingObject(), relocation.target()))
                    .entries()
                    .add(relocation.relocation());
            OrdinaryRelocation replaced = relocation.replaced();
            if (replaced != null) {
                moved.computeIfAbsent(replaced.table(), any -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(replaced.relocation());
            }
        }
        for (Map.Entry<RelocationContent, Set<Relocation>> source : moved.entrySet()) {
            source.getKey().entries().removeIf(source.getValue()::contains);
            KeptEntry.keepOne(module.architecture(), source.getKey());
        }
    }

    /** A module that was converted before, and annotated again, goes on with the sections it has. */
    private void findExisting() {
        for (Section section : module.livepatchRelocationSections()) {
            ObjectName gatingObject = LivepatchFormat.gatingObject(section.name());
            if (gatingObject != null
                    && section.infoSection() != null
                    && section.content() instanceof RelocationContent table) {
                tables.putIfAbsent(new Destination(gatingObject, section.infoSection()), table);
            }
        }
    }

    private RelocationContent table(Destination destination) {
        RelocationContent known = tables.get(destination);
        if (known != null) {
            return known;
        }
        Section section = Section.relocations(
                LivepatchFormat.relocationSectionName(
                        destination.gatingObject(), destination.target().name()),
                module.image().format(),
                SectionFlag.SHF_ALLOC | LivepatchFormat.SHF_RELA_LIVEPATCH,
                module.symbolTable(),
                destination.target());
        module.image().add(section);
        RelocationContent table = (RelocationContent) section.content();
        tables.put(destination, table);
        return table;
    }
}
