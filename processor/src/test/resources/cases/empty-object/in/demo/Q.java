package demo;

import dev.klp.annotations.*;

@SuppressWarnings({"unused", "klp:empty-object"})
@KlpPatch(sources = "fix.c")
interface Q {
    @KlpObject("loop")
    interface Loop {}

    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
