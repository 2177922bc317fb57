package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", name = "vmlinux")
interface Kernel {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
