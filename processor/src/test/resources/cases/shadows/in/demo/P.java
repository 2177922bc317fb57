package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        shadows = {
            @KlpShadow(
                    name = "reads",
                    id = 0x6b6c7001,
                    object = "struct inode",
                    type = "struct reads",
                    ctor = "reads_ctor",
                    dtor = "reads_dtor"),
            @KlpShadow(name = "mark", id = 0, object = "struct inode", type = "char *"),
            @KlpShadow(name = "last", id = 2, object = "void", type = "int", dtor = "last_dtor")
        })
interface P {
    @KlpObject(callbacks = @KlpCallbacks(postUnpatch = "free_all"))
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void version_proc_show();
    }
}
