package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface One {
    @KlpObject(callbacks = @KlpCallbacks(prePatch = "one_pre"))
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void same();
    }
}
