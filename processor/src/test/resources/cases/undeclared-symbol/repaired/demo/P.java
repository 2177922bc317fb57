package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "saved_command_line", declaration = "char *saved_command_line")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();
    }

    @SuppressWarnings("klp:live-position")
    @KlpObject("zram")
    @KlpModuleReloc(symbol = "twin", declaration = "int twin(void)", sympos = 3)
    @KlpModuleReloc(symbol = "zs_get_total_pages", declaration = "int zs_get_total_pages(void *pool)", definedIn = "zsmalloc")
    interface Zram {
        @KlpFunc(newFunc = "new_zram")
        void debug_stat_show();
    }
}
