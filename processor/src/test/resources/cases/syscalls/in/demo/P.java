package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpSyscall(newFunc = "new_newuname", parameters = "struct new_utsname __user *")
        void newuname();

        @KlpSyscall(newFunc = "new_getpid")
        void getpid();

        @KlpSyscall(
                newFunc = "new_ioctl",
                parameters = {"unsigned int", "unsigned int", "unsigned long"},
                compatFunc = "new_compat_ioctl",
                compatParameters = {"unsigned int", "unsigned int", "compat_ulong_t"})
        void ioctl();

        @KlpSyscall(
                name = "mmap",
                newFunc = "new_mmap",
                parameters = {"unsigned long", "unsigned long", "unsigned long", "unsigned long", "unsigned long", "off_t"},
                nativeOnly = true)
        void mapped();

        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
