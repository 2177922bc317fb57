package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface Same {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
