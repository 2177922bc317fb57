package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("loop")
    record Loop() {
        @KlpFunc(newFunc = "new_f")
        void g() {}
    }
}
