package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("loop")
    interface Loop {
        @KlpSyscall(newFunc = "new_f", parameters = {"int", "int", "int", "int", "int", "int", "long long"})
        void seven();
    }

    @KlpObject
    interface Vmlinux {
        @KlpSyscall(newFunc = "new_f", parameters = {"int a[2]", "%"}, nativeOnly = true, compatFunc = "new_g")
        void both();

        @KlpSyscall(newFunc = "new-f", compatParameters = "int")
        void none(int a);

        @KlpSyscall(newFunc = "twice")
        void first();

        @KlpSyscall(newFunc = "twice")
        void second();
    }
}
