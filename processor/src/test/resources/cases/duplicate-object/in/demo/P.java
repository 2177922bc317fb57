package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface One {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject
    interface Two {
        @KlpFunc(newFunc = "new_f")
        void g();
    }

    @KlpObject("loop")
    @KlpModuleReloc(symbol = "a", declaration = "int a")
    interface Three {}

    @KlpObject("loop")
    @KlpModuleReloc(symbol = "b", declaration = "int b")
    interface Four {}
}
