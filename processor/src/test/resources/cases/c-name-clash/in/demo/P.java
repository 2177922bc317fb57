package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "a", declaration = "int a")
    @KlpModuleReloc(symbol = "b", sympos = 2, cName = "a", declaration = "int a")
    @KlpModuleReloc(symbol = "new_f", declaration = "int new_f(void)")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("loop")
    @KlpModuleReloc(symbol = "a", declaration = "int a")
    interface Loop {}
}
