package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("lonely_module")
    interface Lonely {
        @KlpFunc(newFunc = "new_f")
        void lonely();
    }
}
