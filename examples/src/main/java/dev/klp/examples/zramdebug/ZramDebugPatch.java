package dev.klp.examples.zramdebug;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Shows how many pages a zram device takes, in {@code /sys/block/zram<n>/debug_stat}. */
@KlpPatch(sources = "debug_stat.c", description = "Shows the pages of zram devices")
interface ZramDebugPatch {
    /** The function is in {@code drivers/block/zram/zram_drv.c}; what it calls is exported by another module. */
    @KlpObject("zram")
    @KlpModuleReloc(
            symbol = "zs_get_total_pages",
            definedIn = "zsmalloc",
            declaration = "unsigned long zs_get_total_pages(struct zs_pool *pool)")
    interface Zram {
        /** Prints the file's content. */
        @KlpFunc(newFunc = "livepatch_debug_stat_show")
        void debug_stat_show();
    }
}
