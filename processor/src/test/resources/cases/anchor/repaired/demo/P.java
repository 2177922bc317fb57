package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", near = {"nothing", "cmdline_proc_show"})
        void version_show();

        @KlpFunc(newFunc = "new_f", near = "version_show")
        void cmdline_proc_show();
    }
}
