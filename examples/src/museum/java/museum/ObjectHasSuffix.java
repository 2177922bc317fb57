package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A module by the name of its file. It loads, and nothing is ever patched. */
@KlpPatch(sources = "fixes.c")
interface ObjectHasSuffix {
    @KlpObject("zram.ko")
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void debug_stat_show();
    }
}
