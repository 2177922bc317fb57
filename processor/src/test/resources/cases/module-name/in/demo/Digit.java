package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", name = "9lives")
interface Digit {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
