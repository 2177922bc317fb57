package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", name = "a/b")
interface Path {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
