package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "max_part", definedIn = "loop", declaration = "int max_part")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();
    }
}
