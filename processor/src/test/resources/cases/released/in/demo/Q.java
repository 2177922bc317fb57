package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", replace = false)
interface Q {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();

        @KlpFunc(newFunc = "new_f", sympos = 2)
        void type_show();
    }
}
