package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        replace = true,
        immediate = true,
        states = @KlpState(name = "s", id = 1),
        shadows = @KlpShadow(name = "count", id = 2, object = "struct inode", type = "int", ctor = "ctor"))
interface P {
    @KlpObject(callbacks = @KlpCallbacks(postUnpatch = "after"))
    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", near = "first_show", immediate = true)
        void version_show();

        @KlpFunc(newFunc = "new_f", sympos = 1)
        void cmdline_proc_show();

        @KlpFunc(newFunc = "new_f")
        void meminfo_proc_show();
    }
}
