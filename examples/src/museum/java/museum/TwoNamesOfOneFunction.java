package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Two entries that are one function. It loads, and one of the new functions is never called. */
@KlpPatch(sources = "fixes.c")
interface TwoNamesOfOneFunction {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void __x64_sys_getpid();

        @KlpFunc(newFunc = "fixed_too")
        void __ia32_sys_getpid();
    }
}
