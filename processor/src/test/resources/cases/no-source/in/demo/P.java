package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = {})
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
