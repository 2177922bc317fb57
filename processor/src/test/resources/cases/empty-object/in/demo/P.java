package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("loop")
    interface Loop {}

    @SuppressWarnings("klp:empty-object")
    @KlpObject("fat")
    interface Fat {}

    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
