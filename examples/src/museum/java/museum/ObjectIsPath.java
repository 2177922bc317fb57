package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A module by the path of its source. It loads, and nothing is ever patched. */
@KlpPatch(sources = "fixes.c")
interface ObjectIsPath {
    @KlpObject("drivers/block/loop")
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void loop_attr_do_show_partscan();
    }
}
