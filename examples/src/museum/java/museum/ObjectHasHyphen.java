package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A module with the hyphen of its file. It loads, and nothing is ever patched. */
@KlpPatch(sources = "fixes.c")
interface ObjectHasHyphen {
    @KlpObject("i2c-dev")
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void name_show();
    }
}
