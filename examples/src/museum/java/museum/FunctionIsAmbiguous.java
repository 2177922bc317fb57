package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** One of four functions of a name. Refused. */
@KlpPatch(sources = "fixes.c")
interface FunctionIsAmbiguous {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void version_show();
    }
}
