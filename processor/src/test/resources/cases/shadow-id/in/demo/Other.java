package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        shadows = @KlpShadow(name = "writes", id = 7, object = "struct inode", type = "long"))
interface Other {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
