package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.livepatch.Problem;
import dev.klp.livepatch.TargetVersion;
import dev.klp.livepatch.dialect.ArchitectureSection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tables of instructions to be patched, which kernels 4.7 to 5.7 would apply before an object's relocations unless their name tells
 * them to wait. Since 5.8 the relocations of vmlinux come first anyway, and nobody looks for such a name (Linux commits
 * 7c8e2bdd5f0d and 1d05334d2899).
 */
final class ArchitectureTables {
    private final KernelModule module;
    private final List<ArchitectureSection> tables;
    private final @Nullable TargetVersion version;

    ArchitectureTables(KernelModule module, List<ArchitectureSection> tables, @Nullable TargetVersion version) {
        this.module = module;
        this.tables = tables;
        this.version = version;
    }

    /** Why the tables cannot be told what to wait for. */
    List<Problem> problems() throws ElfFormatException {
        if (tables.isEmpty()) {
            return List.of();
        }
        if (version == null) {
            return List.of(
                    Problem.of("the module has tables for kernels before 5.8 (.kpatch.arch), but neither it nor an"
                            + " option tells the kernel's version; name it with --target-version"));
        }
        List<Problem> problems = new ArrayList<>();
        Set<Section> seen = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (ArchitectureSection table : tables) {
            boolean isNew = seen.add(table.section());
            if (isWanted() && (!isNew || !names.add(name(table)))) {
                problems.add(new Problem(
                        module.place(table.section(), 0),
                        "one of several tables for '" + table.object().text()
                                + "'; kernels before 5.8 apply one of each name, link the objects with 'ld -r' first"));
            }
        }
        return problems;
    }

    void apply() {
        if (!isWanted()) {
            return;
        }
        for (ArchitectureSection table : tables) {
            String name = name(table);
            for (Section section : module.ordinaryRelocationSections()) {
                if (table.section().equals(section.infoSection())) {
                    section.rename(".rela" + name);
                }
            }
            table.section().rename(name);
        }
    }

    private boolean isWanted() {
        return version != null && version.isAtLeast(4, 7) && !version.isAtLeast(5, 8);
    }

    private static String name(ArchitectureSection table) {
        return LivepatchFormat.ARCHITECTURE_SECTION_PREFIX + table.object().text() + "."
                + table.section().name();
    }
}
