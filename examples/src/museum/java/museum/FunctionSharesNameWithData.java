package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A global function, and a variable of the same name. Refused. */
@KlpPatch(sources = "fixes.c")
interface FunctionSharesNameWithData {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void kern_path();
    }
}
