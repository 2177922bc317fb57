package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void first_show();
    }
}
