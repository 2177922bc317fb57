package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A module that no kernel has. It loads, and nothing is ever patched. */
@KlpPatch(sources = "fixes.c")
interface ObjectIsMisspelt {
    @KlpObject("zrm")
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void debug_stat_show();
    }
}
