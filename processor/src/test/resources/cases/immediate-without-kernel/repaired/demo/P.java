package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", replace = false, immediate = true)
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", immediate = true)
        void cmdline_proc_show();

        @KlpFunc(newFunc = "new_f")
        void meminfo_proc_show();
    }
}
