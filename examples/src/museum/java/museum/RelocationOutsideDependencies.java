package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A symbol of a module that need not be there. The patch loads, and the module is refused when it comes. */
@KlpPatch(sources = "fixes.c")
interface RelocationOutsideDependencies {
    @KlpObject("zram")
    @KlpModuleReloc(symbol = "max_part", definedIn = "loop", declaration = "int max_part")
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void debug_stat_show();
    }
}
