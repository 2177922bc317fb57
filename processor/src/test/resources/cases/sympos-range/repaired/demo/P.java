package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads", sympos = 1)
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", sympos = 2)
        void version_show();

        @KlpFunc(newFunc = "new_f", sympos = 1)
        void first_show();
    }
}
