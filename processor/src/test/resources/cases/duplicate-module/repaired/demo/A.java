package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", name = "another")
interface A {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
