package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", replace = false)
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();
    }
}
