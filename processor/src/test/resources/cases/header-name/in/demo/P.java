package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        headers = {"linux/mm.h", "", "<linux/mm.h>", "\"mm.h\"", "linux/mm", "../mm.h", "/mm.h", "a>b.h", "linux/mm.h\n", "linux\\mm.h"})
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
