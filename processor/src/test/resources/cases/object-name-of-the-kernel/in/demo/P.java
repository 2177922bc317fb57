package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("kernel/lonely-module.ko")
    interface Lonely {
        @KlpFunc(newFunc = "new_f")
        void lonely();
    }

    @KlpObject("i2c-core")
    interface I2c {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
