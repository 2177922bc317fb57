package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("loop")
    interface Loop {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject
    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads")
    interface Vmlinux {}
}
