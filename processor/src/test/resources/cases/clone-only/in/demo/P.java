package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "do_sysinfo", declaration = "int do_sysinfo(void)")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void do_sysinfo();
    }
}
