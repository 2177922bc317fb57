package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A function that ftrace cannot redirect. Refused. */
@KlpPatch(sources = "fixes.c")
interface FunctionHasNoTrace {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed_cr0")
        void native_read_cr0();
    }
}
