package dev.klp.examples.language;

import dev.klp.annotations.KlpCallbacks;
import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;
import dev.klp.annotations.KlpShadow;

/** Counts how often {@code /proc/version} is read, in a shadow variable of its inode. */
@KlpPatch(
        sources = "reads.c",
        units = "text.c",
        privateHeaders = "text.h",
        shadows =
                @KlpShadow(
                        name = "reads",
                        id = 0x6b6c7002,
                        object = "struct inode",
                        type = "struct reads",
                        ctor = "reads_ctor",
                        dtor = "reads_dtor"))
interface ReadsPatch {
    @KlpObject(callbacks = @KlpCallbacks(postUnpatch = "reads_post_unpatch"))
    interface Vmlinux {
        @KlpFunc(newFunc = "reads_version_proc_show")
        void version_proc_show();
    }
}
