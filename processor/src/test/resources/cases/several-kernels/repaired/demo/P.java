package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "printk", declaration = "int printk(const char *format)")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", sympos = 2)
        void version_show();
    }
}
