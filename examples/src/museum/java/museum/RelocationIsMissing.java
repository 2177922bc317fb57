package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A function that is not exported, used without saying so. modpost only warns, and the module is refused. */
@KlpPatch(sources = "meminfo.c")
interface RelocationIsMissing {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed_meminfo")
        void meminfo_proc_show();
    }
}
