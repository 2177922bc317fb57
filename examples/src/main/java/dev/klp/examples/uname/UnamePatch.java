package dev.klp.examples.uname;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Marks the kernel's version in the answer of {@code uname(2)}. */
@KlpPatch(sources = "uname.c", description = "Marks the version that uname(2) tells")
interface UnamePatch {
    /** All in {@code kernel/sys.c}. */
    @KlpObject
    @KlpModuleReloc(symbol = "uts_sem", declaration = "struct rw_semaphore uts_sem")
    @KlpModuleReloc(symbol = "override_release", declaration = "int override_release(char __user *release, size_t len)")
    interface Vmlinux {
        /** The entry for 64-bit programs. */
        @KlpFunc(newFunc = "livepatch_x64_newuname")
        void __x64_sys_newuname();

        /** The entry for 32-bit programs, a function of its own. */
        @KlpFunc(newFunc = "livepatch_ia32_newuname")
        void __ia32_sys_newuname();
    }
}
