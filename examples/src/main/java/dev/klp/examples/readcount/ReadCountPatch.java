package dev.klp.examples.readcount;

import dev.klp.annotations.KlpCallbacks;
import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;
import dev.klp.annotations.KlpShadow;

/** Counts how often {@code /proc/version} was read. */
@KlpPatch(
        sources = "readcount.c",
        description = "Counts the reads of /proc/version",
        shadows =
                @KlpShadow(
                        name = "reads",
                        id = 0x6b6c7009,
                        object = "struct inode",
                        type = "atomic_t",
                        ctor = "livepatch_reads_ctor",
                        dtor = "livepatch_reads_dtor"))
interface ReadCountPatch {
    /** The function is in {@code fs/proc/version.c}, the format of what it prints in {@code init/version.c}. */
    @KlpObject(callbacks = @KlpCallbacks(postUnpatch = "livepatch_reads_post_unpatch"))
    @KlpModuleReloc(symbol = "linux_proc_banner", declaration = "const char linux_proc_banner[]")
    interface Vmlinux {
        /** Prints the file's content. */
        @KlpFunc(newFunc = "livepatch_version_proc_show")
        void version_proc_show();
    }
}
