package demo;

import dev.klp.annotations.*;

/** One source for kernels on both sides of Linux 5.1. */
@KlpPatch(
        sources = "fix.c",
        replace = false,
        shadows = @KlpShadow(name = "count", id = 2, object = "struct inode", type = "int", ctor = "count_ctor"),
        hooks = @KlpHook(init = "take", exit = "give"))
interface P {
    @KlpObject(callbacks = @KlpCallbacks(prePatch = "before", postUnpatch = "after"))
    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", near = "first_show")
        void version_show();

        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();
    }
}
