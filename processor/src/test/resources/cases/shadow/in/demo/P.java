package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        shadows = {
            @KlpShadow(name = "a b", id = 1, object = "struct file[]", type = ""),
            @KlpShadow(name = "b", id = 1, object = "struct file", type = "int"),
            @KlpShadow(name = "c", id = 2, object = "struct file", type = "int"),
            @KlpShadow(name = "c", id = 3, object = "struct file", type = "int", ctor = "c(")
        })
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
