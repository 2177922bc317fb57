package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "setup_done", declaration = "int setup_done")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void proc_loadavg_init();
    }

    @KlpObject("loop")
    interface Loop {
        @KlpFunc(newFunc = "new_f")
        void loop_init();
    }
}
