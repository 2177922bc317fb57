package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", oldName = "a,b")
        void f0();

        @KlpFunc(newFunc = "new_f", oldName = "a b")
        void f1();

        @KlpFunc(newFunc = "new_f", oldName = "a\"b")
        void f2();

        @KlpFunc(newFunc = "new_f", oldName = "a\\b")
        void f3();

        @KlpFunc(newFunc = "new_f", oldName = "a;b")
        void f4();

        @KlpFunc(newFunc = "new_f", oldName = "a'b")
        void f5();

        @KlpFunc(newFunc = "new_f", oldName = "ü")
        void f6();

        @KlpFunc(newFunc = "new_f", oldName = "a\nb")
        void f7();

        @KlpFunc(newFunc = "new_f", oldName = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
        void f8();

        @KlpFunc(newFunc = "new_f")
        void ünlaut();
    }

    @KlpObject("loop")
    @KlpModuleReloc(symbol = "a,b", declaration = "int a0", cName = "a0")
    @KlpModuleReloc(symbol = "a b", declaration = "int a1", cName = "a1")
    @KlpModuleReloc(symbol = "a\"b", declaration = "int a2", cName = "a2")
    @KlpModuleReloc(symbol = "a\\b", declaration = "int a3", cName = "a3")
    @KlpModuleReloc(symbol = "a;b", declaration = "int a4", cName = "a4")
    @KlpModuleReloc(symbol = "a'b", declaration = "int a5", cName = "a5")
    @KlpModuleReloc(symbol = "ü", declaration = "int a6", cName = "a6")
    @KlpModuleReloc(symbol = "a\nb", declaration = "int a7", cName = "a7")
    @KlpModuleReloc(symbol = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", declaration = "int a8", cName = "a8")
    @KlpModuleReloc(symbol = "", declaration = "int a9", cName = "a9")
    interface Loop {}
}
