package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpSyscall(newFunc = "new_f", parameters = {"int", "int", "int", "int", "int", "int"})
        void six();

        @KlpSyscall(newFunc = "new_h", parameters = {"int *", "char"}, compatFunc = "new_g", compatParameters = "int")
        void both();
    }
}
