package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("drivers/block/loop")
    interface O0 {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("loop.ko")
    interface O1 {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("loop.ko.xz")
    interface O2 {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("i2c-dev")
    interface O3 {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("vmlinux")
    interface O4 {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("a.b")
    interface O5 {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("a b")
    interface O6 {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("oooooooooooooooooooooooooooooooooooooooooooooooooooooooo")
    interface O7 {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("a\"b")
    interface O8 {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("..")
    interface O9 {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject
    @KlpModuleReloc(symbol = "a", declaration = "int a", definedIn = "drivers/block/loop.ko")
    @KlpModuleReloc(symbol = "b", declaration = "int b", definedIn = "vmlinux")
    @KlpModuleReloc(symbol = "c", declaration = "int c", definedIn = "i2c-dev")
    interface Vmlinux {}
}
