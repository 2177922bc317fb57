package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("loop")
    @KlpModuleReloc(symbol = "nr_threads", definedIn = "vmlinux", declaration = "int nr_threads")
    interface Loop {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
