package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "version_show", cName = "show", declaration = "int show(void)", sympos = 1)
    @KlpModuleReloc(symbol = "p_start", declaration = "int p_start", sympos = 2)
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", sympos = 2)
        void version_show();
    }
}
