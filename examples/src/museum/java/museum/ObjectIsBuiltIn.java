package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** What is a module elsewhere is built into this kernel. It loads, and nothing is ever patched. */
@KlpPatch(sources = "fixes.c")
interface ObjectIsBuiltIn {
    @KlpObject("i2c_core")
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void i2c_transfer();
    }
}
