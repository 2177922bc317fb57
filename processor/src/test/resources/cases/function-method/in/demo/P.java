package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f(int argument);

        @KlpFunc(newFunc = "new_f")
        <T> void g();

        @KlpFunc(newFunc = "new_f")
        default void h() {}

        @KlpFunc(newFunc = "new_f")
        static void i(int argument) {}
    }

    @KlpObject("loop")
    class Loop {
        @KlpFunc(newFunc = "new_f")
        void f() {}
    }
}
