package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A function that is gone once the kernel has started. Refused. */
@KlpPatch(sources = "fixes.c")
interface FunctionIsInit {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed_init")
        void proc_loadavg_init();
    }
}
