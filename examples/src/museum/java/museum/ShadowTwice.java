package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;
import dev.klp.annotations.KlpShadow;

/** Two variables under one number. It loads, and each takes the other one's data for its own. */
@KlpPatch(
        sources = "fixes.c",
        shadows = {
            @KlpShadow(name = "reads", id = 7, object = "struct inode", type = "int"),
            @KlpShadow(name = "writes", id = 7, object = "struct inode", type = "long")
        })
interface ShadowTwice {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void cmdline_proc_show();
    }
}
