package dev.klp.examples.cases;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Patches one module and uses what another one exports, which a plain reference could not without depending on it. */
@KlpPatch(sources = "zram.c")
interface ZramPatch {
    @KlpObject("zram")
    @KlpModuleReloc(
            symbol = "zs_get_total_pages",
            definedIn = "zsmalloc",
            declaration = "unsigned long zs_get_total_pages(struct zs_pool *pool)")
    interface Zram {
        @KlpFunc(newFunc = "livepatch_debug_stat_show")
        void debug_stat_show();
    }
}
