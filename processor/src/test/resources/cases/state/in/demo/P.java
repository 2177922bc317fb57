package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        states = {
            @KlpState(name = "a", id = 0),
            @KlpState(name = "b b", id = 1, version = -1),
            @KlpState(name = "c", id = 1),
            @KlpState(name = "c", id = 2)
        })
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
