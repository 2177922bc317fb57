package dev.klp.examples.replace;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** The second release takes the place of the first, and replaces {@code /proc/version} alone. */
@KlpPatch(sources = "version.c", cflags = "-DTAGS_RELEASE=2", description = "Tags /proc/version")
interface TagsNextPatch {
    /** The function is in {@code fs/proc/version.c}. */
    @KlpObject
    @KlpModuleReloc(symbol = "linux_proc_banner", declaration = "const char linux_proc_banner[]")
    interface Vmlinux {
        /** Prints the file's content. */
        @KlpFunc(newFunc = "livepatch_version_proc_show")
        void version_proc_show();
    }
}
