package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "a", declaration = "int a")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("loop")
    interface NotTooDeep {
        @KlpFunc(newFunc = "new_f")
        void g();
    }
}
