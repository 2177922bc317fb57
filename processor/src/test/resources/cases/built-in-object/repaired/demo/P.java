package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface I2c {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();
    }
}
