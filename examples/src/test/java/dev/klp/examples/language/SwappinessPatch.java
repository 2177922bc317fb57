package dev.klp.examples.language;

import dev.klp.annotations.KlpCallbacks;
import dev.klp.annotations.KlpHook;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpParam;
import dev.klp.annotations.KlpPatch;
import dev.klp.annotations.KlpState;

/** Changes a variable and no function, and keeps the old value for the patch that takes over. */
@KlpPatch(
        sources = "swappiness.c",
        states = @KlpState(name = "swappiness", id = 0x6b6c7001, version = 1),
        params = {
            @KlpParam(name = "target", type = KlpParam.Type.UINT, permission = 0444, description = "the new value"),
            @KlpParam(name = "fail", type = KlpParam.Type.BOOL)
        },
        hooks = {
            @KlpHook(init = "swappiness_init", exit = "swappiness_exit"),
            @KlpHook(init = "swappiness_check", exit = "swappiness_never")
        })
interface SwappinessPatch {
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
