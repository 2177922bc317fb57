package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        shadows = @KlpShadow(name = "reads", id = 7, object = "struct inode", type = "int"))
interface Later {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
