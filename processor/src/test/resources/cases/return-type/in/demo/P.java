package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_narrow")
        void typed_kind();

        @KlpFunc(newFunc = "new_nothing")
        void typed_wide();
    }
}
