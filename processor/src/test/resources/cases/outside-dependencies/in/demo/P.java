package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("loop")
    @KlpModuleReloc(symbol = "zs_get_total_pages", definedIn = "zsmalloc", declaration = "unsigned long zs_get_total_pages(void *pool)")
    interface Loop {
        @KlpFunc(newFunc = "new_f")
        void loop_attr_do_show_backing_file();
    }

    @KlpObject("zram")
    @KlpModuleReloc(symbol = "max_part", definedIn = "loop", declaration = "int max_part")
    interface Zram {
        @KlpFunc(newFunc = "new_f")
        void debug_stat_show();
    }
}
