package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void native_read_cr0();

        @KlpFunc(newFunc = "new_f")
        void do_syscall_64();

        @KlpFunc(newFunc = "new_f")
        void exit_path();

        @KlpFunc(oldName = "copied.cold", newFunc = "new_f")
        void f();
    }
}
