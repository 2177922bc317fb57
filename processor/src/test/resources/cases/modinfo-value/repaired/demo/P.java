package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", description = "one line", author = "A <a@b.c>", modinfo = @KlpModinfo(tag = "bug", value = "a b"))
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
