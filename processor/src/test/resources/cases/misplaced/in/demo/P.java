package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpFunc(newFunc = "new_f")
    void outsideAnObject();

    interface Group {
        @KlpObject("loop")
        interface TooDeep {
            @KlpFunc(newFunc = "new_f")
            void g();
        }
    }

    @KlpModuleReloc(symbol = "a", declaration = "int a")
    interface NoObject {}

    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
