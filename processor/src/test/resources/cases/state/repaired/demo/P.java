package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        states = {
            @KlpState(name = "a", id = 3),
            @KlpState(name = "b", id = 1, version = 0),
            @KlpState(name = "c", id = 4),
            @KlpState(name = "d", id = 2)
        })
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
