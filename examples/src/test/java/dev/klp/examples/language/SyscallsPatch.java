package dev.klp.examples.language;

import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;
import dev.klp.annotations.KlpSyscall;

/** Two system calls, one of them without parameters: 64-bit and 32-bit programs get the same answers. */
@KlpPatch(sources = "syscalls.c")
interface SyscallsPatch {
    @KlpObject
    interface Vmlinux {
        @KlpSyscall(newFunc = "syscalls_newuname", parameters = "struct new_utsname __user *")
        void newuname();

        @KlpSyscall(newFunc = "syscalls_geteuid")
        void geteuid();
    }
}
