package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A variable of vmlinux that is to be resolved when a module comes. The patch loads, and the module is refused when it comes. */
@KlpPatch(sources = "fixes.c")
interface RelocationOfVmlinuxInModule {
    @KlpObject("zram")
    @KlpModuleReloc(symbol = "nr_threads", definedIn = "vmlinux", declaration = "int nr_threads")
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void debug_stat_show();
    }
}
