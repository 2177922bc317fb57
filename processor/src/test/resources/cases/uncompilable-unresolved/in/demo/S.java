package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface S {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", sympos = Missing.POSITION)
        void f();
    }
}
