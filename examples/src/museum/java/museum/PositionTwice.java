package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** One function as the only one and as the first of its name. The kernel warns with a backtrace and refuses it. */
@KlpPatch(sources = "fixes.c")
interface PositionTwice {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void cmdline_proc_show();

        @KlpFunc(newFunc = "fixed", oldName = "cmdline_proc_show", sympos = 1)
        void again();
    }
}
