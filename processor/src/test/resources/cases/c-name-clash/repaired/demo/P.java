package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "a", declaration = "int a")
    @KlpModuleReloc(symbol = "b", sympos = 2, declaration = "int b")
    @KlpModuleReloc(symbol = "new_f", cName = "old_new_f", declaration = "int old_new_f(void)")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
