package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface Ünlaut {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
