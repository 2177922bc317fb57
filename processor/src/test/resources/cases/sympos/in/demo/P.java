package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "a", declaration = "int a", sympos = -7)
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", sympos = -1)
        void f();
    }
}
