package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface Q {
    @KlpObject
    @KlpModuleReloc(symbol = "a", declaration = "int a")
    interface Vmlinux {}
}
