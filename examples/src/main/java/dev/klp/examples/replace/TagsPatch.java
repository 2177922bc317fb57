package dev.klp.examples.replace;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** The first release: {@code /proc/cmdline} and {@code /proc/version} are replaced. */
@KlpPatch(
        sources = {"version.c", "cmdline.c"},
        cflags = "-DTAGS_RELEASE=1",
        replace = false,
        description = "Tags /proc/cmdline and /proc/version")
interface TagsPatch {
    /** The functions are in {@code fs/proc/cmdline.c} and {@code fs/proc/version.c}. */
    @KlpObject
    @KlpModuleReloc(symbol = "saved_command_line", declaration = "char *saved_command_line")
    @KlpModuleReloc(symbol = "linux_proc_banner", declaration = "const char linux_proc_banner[]")
    interface Vmlinux {
        /** Prints the content of the one file. */
        @KlpFunc(newFunc = "livepatch_cmdline_proc_show")
        void cmdline_proc_show();

        /** Prints the content of the other one. */
        @KlpFunc(newFunc = "livepatch_version_proc_show")
        void version_proc_show();
    }
}
