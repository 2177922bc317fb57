package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
record P(int component) {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
