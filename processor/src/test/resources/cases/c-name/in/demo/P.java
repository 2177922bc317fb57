package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "do_sysinfo.isra.0", declaration = "int do_sysinfo(void)")
    @KlpModuleReloc(symbol = "int", declaration = "int a")
    @KlpModuleReloc(symbol = "b", cName = "b-c", declaration = "int b")
    @KlpModuleReloc(symbol = "c", cName = "return", declaration = "int c")
    @KlpModuleReloc(symbol = "__klp_patch", declaration = "int d")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
