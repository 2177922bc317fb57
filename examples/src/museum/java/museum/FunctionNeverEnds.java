package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A function that is always on some stack. It loads, and never does anything. */
@KlpPatch(sources = "fixes.c")
interface FunctionNeverEnds {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed_rest_init")
        void rest_init();
    }
}
