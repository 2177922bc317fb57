package demo;

import dev.klp.annotations.*;

class Alone {
    @KlpObject
    @KlpModuleReloc(symbol = "a", declaration = "int a")
    @KlpModuleReloc(symbol = "b", declaration = "int b")
    interface Vmlinux {}

    @KlpModuleReloc(symbol = "a", declaration = "int a")
    @KlpModuleReloc(symbol = "b", declaration = "int b")
    interface Relocations {}

    @KlpFunc(newFunc = "new_f")
    void f() {}
}
