package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", name = "$(shell id)")
interface Dollar {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
