package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = {"by-package.c", "flat.c"})
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
