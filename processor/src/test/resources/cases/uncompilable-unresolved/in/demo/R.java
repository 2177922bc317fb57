package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = {"fix.c", Missing.TEXT})
interface R {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
