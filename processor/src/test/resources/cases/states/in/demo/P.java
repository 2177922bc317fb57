package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        states = {
            @KlpState(name = "swappiness", id = 0x6b6c7001),
            @KlpState(name = "limits", id = 0xffff_ffff_ffff_ffffL, version = 3)
        })
interface P {
    @SuppressWarnings("klp:lone-callback")
    @KlpObject(callbacks = @KlpCallbacks(postPatch = "take_over"))
    interface Vmlinux {}
}
