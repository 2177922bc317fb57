package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "")
        void f0();

        @KlpFunc(newFunc = "a-b")
        void f1();

        @KlpFunc(newFunc = "9f")
        void f2();

        @KlpFunc(newFunc = "int")
        void f3();

        @KlpFunc(newFunc = "a b")
        void f4();

        @KlpFunc(newFunc = "a\nb")
        void f5();

        @KlpFunc(newFunc = "f(void)")
        void f6();

        @KlpFunc(newFunc = "__klp_init")
        void f7();

        @KlpFunc(newFunc = "KLP_MODULE_RELOC")
        void f8();

        @KlpFunc(newFunc = "linux")
        void f9();
    }
}
