package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface One {
    @KlpObject(callbacks = @KlpCallbacks(postUnpatch = "one_post"))
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void same();
    }
}
