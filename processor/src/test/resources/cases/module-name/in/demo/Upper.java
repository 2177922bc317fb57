package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", name = "Upper")
interface Upper {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
