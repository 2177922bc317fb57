package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "a0", declaration = "")
    @KlpModuleReloc(symbol = "a1", declaration = "int")
    @KlpModuleReloc(symbol = "a2", declaration = "int a;")
    @KlpModuleReloc(symbol = "a3", declaration = "extern int a")
    @KlpModuleReloc(symbol = "a4", declaration = "int a = 1")
    @KlpModuleReloc(symbol = "a5", declaration = "int a, b")
    @KlpModuleReloc(symbol = "a6", declaration = "int a; } evil")
    @KlpModuleReloc(symbol = "a7", declaration = "int a[")
    @KlpModuleReloc(symbol = "a8", declaration = "int (*a)(int")
    @KlpModuleReloc(symbol = "a9", declaration = "#define a")
    @KlpModuleReloc(symbol = "a10", declaration = "a")
    @KlpModuleReloc(symbol = "a11", declaration = "static int a")
    @KlpModuleReloc(symbol = "a12", declaration = "int a /* comment */")
    @KlpModuleReloc(symbol = "a13", declaration = "int \"a\"")
    @KlpModuleReloc(symbol = "a14", declaration = "int a\nint b")
    @KlpModuleReloc(symbol = "a15", declaration = "typedef int a")
    @KlpModuleReloc(symbol = "a16", declaration = "int a asm(\"x\")")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
