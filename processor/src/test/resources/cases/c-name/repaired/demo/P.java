package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "do_sysinfo.isra.0", cName = "do_sysinfo", declaration = "int do_sysinfo(void)")
    @KlpModuleReloc(symbol = "int", cName = "an_int", declaration = "int an_int")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
