package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface Two {
    @KlpObject(callbacks = @KlpCallbacks(prePatch = "two_pre"))
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void same();
    }
}
