package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void __x64_sys_newuname();

        @KlpFunc(newFunc = "new_f")
        void __ia32_sys_newuname();
    }
}
