package dev.klp.livepatch.verify;

import java.util.Set;

/**
 * Sections that the module loader or a notifier of it reads once, when the module is loaded: {@code module_finalize} of the
 * architecture, {@code post_relocation}, {@code ftrace_module_init}, and the notifiers of jump labels, static calls and
 * tracepoints.
 */
final class SpecialSection {
    private static final Set<String> READ_ONCE = Set.of(
            ".altinstructions",
            ".altinstr_replacement",
            ".altinstr_aux",
            ".parainstructions",
            ".static_call_sites",
            ".static_call.text",
            ".static_call_tramp_key",
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
            "__patchable_function_entries",
            "__versions",
            "__param",
            "__dyndbg",
            "__verbose");

    private static final String TRACEPOINTS = "__tracepoints";

    private SpecialSection() {}

    /** Whether a section is read when its module is loaded and not again. */
    static boolean isReadOnce(String section) {
        return READ_ONCE.contains(section) || section.startsWith(TRACEPOINTS);
    }
}
