package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject(callbacks = @KlpCallbacks(prePatch = "take", postUnpatch = "give"))
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
