package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A function that was inlined in a module that comes later. The patch loads, and the module is refused when it comes. */
@KlpPatch(sources = "fixes.c")
interface FunctionIsInlined {
    @KlpObject("loop")
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void loop_attr_backing_file_show();
    }
}
