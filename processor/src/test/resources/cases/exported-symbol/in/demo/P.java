package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "printk", cName = "kernel_printk", declaration = "int kernel_printk(const char *format)")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();
    }
}
