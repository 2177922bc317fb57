package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** The entry for 64-bit programs alone. It loads, and 32-bit programs keep the hole. */
@KlpPatch(sources = "fixes.c")
interface EntryIsForgotten {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed_sysinfo")
        void __x64_sys_sysinfo();
    }
}
