package dev.klp.examples.swappiness;

import dev.klp.annotations.KlpCallbacks;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;
import dev.klp.annotations.KlpState;

/** The next release: sets another value, and in the end puts back what was there before both. */
@KlpPatch(
        sources = "swappiness.c",
        cflags = "-DSWAPPINESS=20",
        description = "Sets vm.swappiness to 20",
        states = @KlpState(name = "swappiness", id = 0x6b6c7011, version = 2))
interface SwappinessNextPatch {
    /** The variable is in {@code mm/vmscan.c}. */
    @KlpObject(
            callbacks =
                    @KlpCallbacks(
                            prePatch = "livepatch_swappiness_pre_patch",
                            postPatch = "livepatch_swappiness_post_patch",
                            preUnpatch = "livepatch_swappiness_pre_unpatch",
                            postUnpatch = "livepatch_swappiness_post_unpatch"))
    @KlpModuleReloc(symbol = "vm_swappiness", declaration = "int vm_swappiness")
    interface Vmlinux {}
}
