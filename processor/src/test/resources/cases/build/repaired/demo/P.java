package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        units = {"other.c"},
        privateHeaders = "fix.h",
        cflags = "-Wall",
        importNs = "WORD",
        modinfo = @KlpModinfo(tag = "more", value = "X"))
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
