package dev.klp.examples.uname;

import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;
import dev.klp.annotations.KlpSyscall;

/** Marks the kernel's version in the answer of {@code uname(2)}. */
@KlpPatch(sources = "uname.c", description = "Marks the version that uname(2) tells")
interface UnamePatch {
    /** All in {@code kernel/sys.c}. */
    @KlpObject
    @KlpModuleReloc(symbol = "uts_sem", declaration = "struct rw_semaphore uts_sem")
    @KlpModuleReloc(symbol = "override_release", declaration = "int override_release(char __user *release, size_t len)")
    interface Vmlinux {
        /** Both entries: for 64-bit programs and for 32-bit ones. */
        @KlpSyscall(newFunc = "livepatch_newuname", parameters = "struct new_utsname __user *")
        void newuname();
    }
}
