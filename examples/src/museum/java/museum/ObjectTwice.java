package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** One object in two parts. The kernel warns with a backtrace and refuses it. */
@KlpPatch(sources = "fixes.c")
interface ObjectTwice {
    @KlpObject
    interface First {
        @KlpFunc(newFunc = "fixed")
        void cmdline_proc_show();
    }

    @KlpObject
    interface Second {
        @KlpFunc(newFunc = "fixed")
        void version_proc_show();
    }
}
