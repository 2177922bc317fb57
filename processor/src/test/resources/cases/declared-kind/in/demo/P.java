package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads(void)")
    @KlpModuleReloc(symbol = "first_show", declaration = "int first_show")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();
    }
}
