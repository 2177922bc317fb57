package dev.klp.examples.cmdline;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Adds {@code livepatch=1} to what {@code /proc/cmdline} shows. */
@KlpPatch(sources = "cmdline.c", description = "Tags /proc/cmdline")
interface CmdlinePatch {
    /** {@code cmdline_proc_show} is in {@code fs/proc/cmdline.c} of the kernel, the variable in {@code init/main.c}. */
    @KlpObject
    @KlpModuleReloc(symbol = "saved_command_line", declaration = "char *saved_command_line")
    interface Vmlinux {
        /** Prints the file's content. */
        @KlpFunc(newFunc = "livepatch_cmdline_proc_show")
        void cmdline_proc_show();
    }
}
