package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface Two {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_g")
        void other();
    }
}
