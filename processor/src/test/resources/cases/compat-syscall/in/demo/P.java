package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void __x64_sys_newuname();

        @KlpFunc(newFunc = "new_f")
        void __x64_sys_readv();

        @SuppressWarnings("klp:second-name")
        @KlpFunc(newFunc = "new_f")
        void __x64_sys_getpid();
    }
}
