package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", name = "a\nb")
interface Line {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
