package dev.klp.livepatch.verify;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.modules.ModuleInfo;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.TargetVersion;
import dev.klp.livepatch.patch.Patch;
import dev.klp.livepatch.patch.PatchSearch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at.
 *
 * @param module the module
 * @param info what it says of itself
 * @param search its {@code struct klp_patch}
 * @param tables the relocations that the livepatch core applies, in the order of the file
 * @param signed whether a signature stands at its end
 * @param target the kernel
 */
record Subject(
        KernelModule module,
        ModuleInfo info,
        PatchSearch search,
        List<LivepatchTable> tables,
        boolean signed,
        VerificationTarget target) {
    static Subject of(KernelModule module, boolean signed, VerificationTarget target) throws ElfFormatException {
        List<LivepatchTable> tables = new ArrayList<>();
        for (Section section : module.livepatchRelocationSections()) {
            if (section.content() instanceof RelocationContent table && section.infoSection() != null) {
                tables.add(LivepatchTable.of(section, table, section.infoSection()));
            }
        }
        return new Subject(module, info(module), PatchSearch.in(module), List.copyOf(tables), signed, target);
    }

    private static ModuleInfo info(KernelModule module) throws ElfFormatException {
        Section section = module.image().section(ModuleInfo.SECTION);
        byte[] bytes = {};
        if (section != null && section.content() instanceof OpaqueContent content) {
            ByteBuffer buffer = content.bytes();
            bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
        }
        try {
            return ModuleInfo.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new ElfFormatException(module.image().name(), 0, ModuleInfo.SECTION, String.valueOf(e.getMessage()));
        }
    }

    TargetVersion version() {
        return target.version();
    }

    @Nullable
    KernelIndex index() {
        return target.index();
    }

    /** The patch, or null if it could not be read. */
    @Nullable
    Patch patch() {
        return search instanceof PatchSearch.Found found ? found.patch() : null;
    }

    /**
     * Whether the kernel ever applies the relocations of a table, as far as the patch is known: those of vmlinux are applied by the
     * loader since 5.8, whatever the patch says; all others only if the patch lists their object.
     */
    boolean opens(LivepatchTable table) {
        Patch patch = patch();
        return patch == null
                || (table.isGatedByVmlinux() && version().isAtLeast(5, 8))
                || (table.gate() != null && patch.object(table.gate()) != null);
    }

    /** The module's name, as far as it says one. */
    String name() {
        String name = info.first("name");
        return name == null ? "" : name;
    }
}
