package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** One of two functions of a name, in a module that comes later. The patch loads, and the module is refused when it comes. */
@KlpPatch(sources = "fixes.c")
interface FunctionOfModuleIsAmbiguous {
    @KlpObject("fat")
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void init_once();
    }
}
