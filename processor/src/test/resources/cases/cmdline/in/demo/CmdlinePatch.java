package demo;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

@KlpPatch(sources = "cmdline.c", description = "Tags /proc/cmdline")
interface CmdlinePatch {
    @KlpObject
    @KlpModuleReloc(symbol = "saved_command_line", declaration = "char *saved_command_line")
    interface Vmlinux {
        @KlpFunc(newFunc = "livepatch_cmdline_proc_show")
        void cmdline_proc_show();
    }
}
