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

        // The kernel's types do not tell which of the two functions is described.
        @KlpFunc(newFunc = "new_twice", sympos = 2)
        void typed_twice();
    }
}
