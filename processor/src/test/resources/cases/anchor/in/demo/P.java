package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", near = {"nothing", "printk"})
        void version_show();

        @KlpFunc(newFunc = "new_f", file = "fs/proc/cmdline.c")
        void cmdline_proc_show();
    }

    @KlpObject("zram")
    interface Zram {
        @KlpFunc(newFunc = "new_f", near = "max_part")
        void twin();
    }
}
