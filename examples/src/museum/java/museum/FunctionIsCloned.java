package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A function of which the compiler left only a clone. Refused. */
@KlpPatch(sources = "fixes.c")
interface FunctionIsCloned {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void do_sysinfo();
    }
}
