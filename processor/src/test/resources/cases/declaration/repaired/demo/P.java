package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "a", declaration = "int a")
    @KlpModuleReloc(symbol = "a7", declaration = "int a7[3]")
    @KlpModuleReloc(symbol = "a8", declaration = "int (*a8)(int)")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
