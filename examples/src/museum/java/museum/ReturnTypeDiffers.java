package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A new function that returns nothing where the old one returns an error code. It loads, and callers read garbage. */
@KlpPatch(sources = "fixes.c")
interface ReturnTypeDiffers {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed_void")
        void cmdline_proc_show();
    }
}
