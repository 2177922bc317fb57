package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("loop")
    interface Loop {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject("i2c_dev")
    @KlpModuleReloc(symbol = "c", declaration = "int c", definedIn = "i2c_core")
    interface I2cDev {
        @KlpFunc(newFunc = "new_f")
        void f();
    }

    @KlpObject
    @KlpModuleReloc(symbol = "b", declaration = "int b")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
