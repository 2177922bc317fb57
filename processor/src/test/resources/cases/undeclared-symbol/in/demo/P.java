package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = {"fix.c", "more.c"})
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();
    }

    @KlpObject("zram")
    interface Zram {
        @KlpFunc(newFunc = "new_zram")
        void debug_stat_show();
    }

    @SuppressWarnings("klp:undeclared-symbol")
    interface Elsewhere {}
}
