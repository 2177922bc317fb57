package dev.klp.livepatch.convert;

import dev.klp.livepatch.ObjectName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which sections the livepatch core's relocations take effect. Those gated by vmlinux are applied with the ordinary ones
 * ({@code kernel/module/main.c:apply_relocations}, since Linux 5.8); those gated by a module when both are loaded, which may be
 * after the loader has used or freed a section.
 */
final class SectionRule {
    /**
     * Sections that the module loader or a notifier of it reads once, before any module's gate opens: {@code module_finalize} of
     * the architecture, {@code post_relocation}, {@code ftrace_module_init}, and the notifiers of jump labels, static calls and
     * tracepoints.
     */
    private static final Set<String> READ_ONCE = Set.of(
            ".altinstructions",
            ".altinstr_replacement",
            ".altinstr_aux",
            ".parainstructions",
            ".static_call_sites",
            ".static_call.text",
            ".orc_unwind",
            ".orc_unwind_ip",
            ".smp_locks",
            ".retpoline_sites",
            ".return_sites",
            ".call_sites",
            ".ibt_endbr_seal",
            ".init_array",
            ".ctors",
            ".modinfo",
            ".gnu.linkonce.this_module",
            "__jump_table",
            "__ex_table",
            "__mcount_loc",
            "__patchable_function_entries");

    private static final String PER_CPU = ".data..percpu";

    private SectionRule() {}

    /** Why a relocation of a section would not take effect or do harm, or null if all is well. */
    static @Nullable String violation(ObjectName gatingObject, String section) {
        if (section.equals(PER_CPU)) {
            return "the loader copies per-cpu variables before it applies livepatch relocations to them";
        }
        if (gatingObject.isVmlinux()) {
            return null;
        }
        if (section.startsWith(".init")) {
            return "the section is freed when the livepatch is loaded, before its relocations for '"
                    + gatingObject.text() + "' are applied";
        }
        if (READ_ONCE.contains(section) || section.startsWith("__tracepoints")) {
            return "the loader reads this section when the livepatch is loaded, before its relocations for '"
                    + gatingObject.text() + "' are applied";
        }
        return null;
    }
}
