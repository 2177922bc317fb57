package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_count")
        void typed_count();

        @KlpFunc(newFunc = "new_parameter")
        void typed_parameter();

        @KlpFunc(newFunc = "new_kind")
        void typed_kind();

        @KlpFunc(newFunc = "new_right")
        void typed_wide();
    }
}
