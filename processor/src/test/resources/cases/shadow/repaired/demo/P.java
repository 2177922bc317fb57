package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        shadows = {
            @KlpShadow(name = "a", id = 1, object = "struct file", type = "char"),
            @KlpShadow(name = "b", id = 4, object = "struct file", type = "int")
        })
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
