package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        hooks = {@KlpHook(init = "1st"), @KlpHook(exit = "__klp_exit"), @KlpHook})
interface P {
    @KlpObject(callbacks = @KlpCallbacks(prePatch = "pre()", postUnpatch = "while"))
    interface Vmlinux {}
}
