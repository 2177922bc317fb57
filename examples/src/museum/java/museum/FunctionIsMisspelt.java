package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A function that the kernel does not have. Refused. */
@KlpPatch(sources = "fixes.c")
interface FunctionIsMisspelt {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void cmdline_proc_shwo();
    }
}
