package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "nr_threads")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", near = "cmdline_proc_show")
        void version_show();
    }
}
