package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("zram")
    @KlpModuleReloc(symbol = "zs_get_total_pages", definedIn = "zsmalloc", declaration = "unsigned long zs_get_total_pages(void *pool)")
    interface Zram {
        @KlpFunc(newFunc = "new_f")
        void debug_stat_show();
    }
}
