package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
enum P {
    ONE;

    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
