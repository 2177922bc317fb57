package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** The clone, whose parameters are not those of the source. It loads, and the arguments are wrong. */
@KlpPatch(sources = "fixes.c")
interface CloneIsReplaced {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed", oldName = "do_sysinfo.isra.0")
        void sysinfo();
    }
}
