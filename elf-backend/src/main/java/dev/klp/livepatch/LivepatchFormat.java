package dev.klp.livepatch;

import org.jspecify.annotations.Nullable;

/**
 * The names and numbers of the livepatch module format. From {@code include/uapi/linux/elf.h}, and
 * {@code kernel/livepatch/core.c:klp_resolve_symbols} and {@code klp_apply_section_relocs}.
 */
public final class LivepatchFormat {
    /** {@code st_shndx} of a symbol that the kernel's livepatch core resolves. */
    public static final int SHN_LIVEPATCH = 0xFF20;
    /** Bit of {@code sh_flags} that marks a relocation section which the kernel's livepatch core applies. */
    public static final long SHF_RELA_LIVEPATCH = 0x0010_0000;
    /** Begins the name of such a section: {@code .klp.rela.<gating object>.<section>}. */
    public static final String RELOCATION_SECTION_PREFIX = ".klp.rela.";
    /** Begins the name of such a symbol: {@code .klp.sym.<object>.<name>,<position>}. */
    public static final String SYMBOL_PREFIX = ".klp.sym.";

    /**
     * Begins the name of a section that Linux 4.7 to 5.7 apply after an object's relocations:
     * {@code .klp.arch.<object>.<section>} ({@code arch/x86/kernel/livepatch.c:arch_klp_init_object_loaded}).
     */
    public static final String ARCHITECTURE_SECTION_PREFIX = ".klp.arch.";

    private LivepatchFormat() {}

    /**
     * The name of a relocation section. A dot always goes between the object and the section's own name, which mostly begins
     * with one: the kernel takes everything up to the first dot as the object, so {@code .klp.rela.vmlinux__jump_table} would be
     * gated by an object that does not exist.
     *
     * @param gatingObject the object whose loading makes the kernel apply the relocations
     * @param targetSection the name of the section that the relocations change
     */
    public static String relocationSectionName(ObjectName gatingObject, String targetSection) {
        return RELOCATION_SECTION_PREFIX + gatingObject.text() + "." + targetSection;
    }

    /**
     * The gating object in the name of a relocation section, as the kernel reads it ({@code .klp.rela.%55[^.]}), or null if the
     * kernel would refuse the name.
     */
    public static @Nullable ObjectName gatingObject(String sectionName) {
        int end = sectionName.indexOf('.', RELOCATION_SECTION_PREFIX.length());
        if (!sectionName.startsWith(RELOCATION_SECTION_PREFIX) || end < 0) {
            return null;
        }
        try {
            return new ObjectName(sectionName.substring(RELOCATION_SECTION_PREFIX.length(), end));
        } catch (IllegalArgumentException notAnObject) {
            return null;
        }
    }
}
