package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        headers = "linux/types.h",
        hooks = @KlpHook(init = "a_init", exit = "a_exit"),
        cflags = "-DBOTH")
interface A {
    @KlpObject
    @KlpModuleReloc(symbol = "saved_command_line", declaration = "char *saved_command_line")
    interface Vmlinux {
        @KlpFunc(newFunc = "a_cmdline")
        void cmdline_proc_show();
    }
}
