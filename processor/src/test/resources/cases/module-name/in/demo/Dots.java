package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", name = "..")
interface Dots {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
