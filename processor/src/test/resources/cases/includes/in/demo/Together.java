package demo;

import dev.klp.annotations.*;

import demo.more.B;

/** A cumulative release. */
@KlpPatch(
        includes = {A.class, B.class},
        sources = "own.c",
        version = "2",
        hooks = @KlpHook(exit = "own_exit"))
interface Together {
    @KlpObject(callbacks = @KlpCallbacks(preUnpatch = "own_pre_unpatch"))
    interface Vmlinux {}
}
