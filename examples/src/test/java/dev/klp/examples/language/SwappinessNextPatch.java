package dev.klp.examples.language;

import dev.klp.annotations.KlpCallbacks;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpParam;
import dev.klp.annotations.KlpPatch;
import dev.klp.annotations.KlpState;

/** Takes over from {@link SwappinessPatch} with the same code, and puts back what was there before both. */
@KlpPatch(
        sources = "swappiness.c",
        states = @KlpState(name = "swappiness", id = 0x6b6c7001, version = 2),
        cflags = "-Wno-unused-function",
        params = @KlpParam(name = "target", type = KlpParam.Type.UINT))
interface SwappinessNextPatch {
    @KlpObject(
            callbacks =
                    @KlpCallbacks(
                            prePatch = "swappiness_pre_patch",
                            postPatch = "swappiness_post_patch",
                            preUnpatch = "swappiness_pre_unpatch",
                            postUnpatch = "swappiness_post_unpatch"))
    @KlpModuleReloc(symbol = "vm_swappiness", declaration = "int vm_swappiness")
    interface Vmlinux {}
}
