package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", modinfo = {@KlpModinfo(tag = "bug", value = "v"), @KlpModinfo(tag = "a_b", value = "v")})
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
