package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", file = "kernel/irq/irqdesc.c")
        void type_show();

        @KlpFunc(oldName = "type_show", newFunc = "new_f", file = "reboot.c", sympos = 1)
        void reboot();

        @KlpFunc(oldName = "type_show", newFunc = "new_f", file = "base/core.c", near = "cmdline_proc_show")
        void core();
    }
}
