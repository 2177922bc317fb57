package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject(callbacks = @KlpCallbacks(prePatch = "take", preUnpatch = "stop"))
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject(value = "loop", callbacks = @KlpCallbacks(postPatch = "start"))
    interface Loop {}

    @SuppressWarnings("klp:lone-callback")
    @KlpObject(value = "fat", callbacks = @KlpCallbacks(postPatch = "start"))
    interface Fat {}
}
