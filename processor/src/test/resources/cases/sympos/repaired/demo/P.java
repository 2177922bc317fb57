package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "a", declaration = "int a", sympos = 1)
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", sympos = 2)
        void f();
    }
}
