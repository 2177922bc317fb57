package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;
import dev.klp.annotations.KlpState;

/** A state whose number ends the array. It loads, and this state and all after it are lost. */
@KlpPatch(sources = "fixes.c", states = @KlpState(name = "change", id = 0))
interface StateIsZero {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void cmdline_proc_show();
    }
}
