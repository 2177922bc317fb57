package demo;

import dev.klp.annotations.*;

/** All four callbacks, objects with callbacks and no function, and one with both. */
@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject(
            callbacks =
                    @KlpCallbacks(
                            prePatch = "p_pre_patch",
                            postPatch = "p_post_patch",
                            preUnpatch = "p_pre_unpatch",
                            postUnpatch = "p_post_unpatch"))
    interface Vmlinux {}

    @KlpObject(value = "loop", callbacks = @KlpCallbacks(postPatch = "p_post_patch", preUnpatch = "p_pre_unpatch"))
    @KlpModuleReloc(symbol = "max_part", declaration = "int max_part")
    interface Loop {}

    @KlpObject(value = "zram", callbacks = @KlpCallbacks(prePatch = "p_pre_patch", postUnpatch = "p_post_unpatch"))
    interface Zram {
        @KlpFunc(newFunc = "p_debug_stat_show")
        void debug_stat_show();
    }
}
