package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "gone.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
