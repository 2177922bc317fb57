package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** The entry of all system calls, which ftrace cannot redirect. Refused. */
@KlpPatch(sources = "fixes.c")
interface FunctionIsNoinstr {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed_syscall")
        void do_syscall_64();
    }
}
