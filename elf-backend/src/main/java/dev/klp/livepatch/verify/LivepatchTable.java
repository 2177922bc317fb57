package dev.klp.livepatch.verify;

import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.livepatch.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A section of relocations that the livepatch core applies.
 *
 * @param section the section
 * @param relocations what it holds
 * @param target the section that they change
 * @param gate the object whose loading makes the kernel apply them, as it scans the name of the section, or null if it cannot
 */
record LivepatchTable(
        Section section,
        RelocationContent relocations,
        Section target,
        @Nullable String gate) {
    static LivepatchTable of(Section section, RelocationContent relocations, Section target) {
        return new LivepatchTable(section, relocations, target, gate(section.name()));
    }

    /**
     * As {@code sscanf} reads {@code .klp.rela.%55[^.]}: up to 55 characters, and whatever follows them is not looked at
     * ({@code kernel/livepatch/core.c:klp_apply_section_relocs}).
     */
    private static @Nullable String gate(String name) {
        if (!name.startsWith(LivepatchFormat.RELOCATION_SECTION_PREFIX)) {
            return null;
        }
        int start = LivepatchFormat.RELOCATION_SECTION_PREFIX.length();
        int dot = name.indexOf('.', start);
        int end = Math.min(dot < 0 ? name.length() : dot, start + ObjectName.MAX_LENGTH);
        return end == start ? null : name.substring(start, end);
    }

    boolean isGatedByVmlinux() {
        return ObjectName.VMLINUX.text().equals(gate);
    }
}
