package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "version_show", cName = "show", declaration = "int show(void)")
    @KlpModuleReloc(symbol = "p_start", declaration = "int p_start")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void version_show();
    }

    @KlpObject("zram")
    interface Zram {
        @KlpFunc(newFunc = "new_f")
        void twin();
    }
}
