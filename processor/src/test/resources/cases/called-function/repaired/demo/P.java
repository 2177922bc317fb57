package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        hooks = {@KlpHook(init = "first"), @KlpHook(exit = "last")})
interface P {
    @KlpObject(callbacks = @KlpCallbacks(prePatch = "pre", postUnpatch = "post"))
    interface Vmlinux {}
}
