package dev.klp.kernel.modules;

import dev.klp.elf.SectionFlag;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;

/**
 * What the kernel makes of one section of a module.
 *
 * @param name the section's name
 * @param header its header
 */
record ModuleSection(String name, SectionHeader header) {
    /** The unoptimised copies of per-CPU variables (include/linux/percpu-defs.h). */
    private static final String PER_CPU = ".data..percpu";

    /** Freed when the module is live: {@code module_init_section} in kernel/module/main.c. */
    boolean isInit() {
        return name.startsWith(".init");
    }

    /** Run only when the module is removed: {@code module_exit_section} in kernel/module/main.c. */
    boolean isExit() {
        return name.startsWith(".exit");
    }

    boolean isNoinstr() {
        return name.equals(".noinstr.text");
    }

    boolean isPerCpu() {
        return name.equals(PER_CPU);
    }

    boolean isLoaded() {
        return header.hasFlags(SectionFlag.SHF_ALLOC);
    }

    /**
     * Whether its symbols remain once the module is live: {@code is_core_symbol} in kernel/module/kallsyms.c.
     * {@code rewrite_section_headers} in kernel/module/main.c takes the flag from two sections that only the loader reads.
     */
    boolean isCore() {
        return isLoaded() && !isInit() && !name.equals(".modinfo") && !name.startsWith("__version");
    }

    boolean isCode() {
        return header.hasFlags(SectionFlag.SHF_EXECINSTR);
    }

    /** The letter of a symbol that is defined in this section: {@code elf_type} in kernel/module/kallsyms.c. */
    char symbolType() {
        if (isPerCpu()) {
            return 'a';
        }
        if (isCode()) {
            return 't';
        }
        if (header.type() == SectionType.SHT_NOBITS) {
            return 'b';
        }
        if (isLoaded()) {
            return header.hasFlags(SectionFlag.SHF_WRITE) ? 'd' : 'r';
        }
        return name.startsWith(".debug") ? 'n' : '?';
    }
}
