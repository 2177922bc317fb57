package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface One {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
