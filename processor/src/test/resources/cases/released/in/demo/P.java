package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", states = @KlpState(name = "swappiness", id = 0x6b6c7001, version = 1))
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();

        @KlpFunc(newFunc = "new_f", sympos = 2)
        void type_show();
    }
}
