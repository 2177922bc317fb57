package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", near = "cmdline_proc_show")
        void version_show();

        @KlpFunc(oldName = "version_show", newFunc = "new_f", sympos = 2)
        void second();

        @KlpFunc(oldName = "version_show", newFunc = "new_f", near = "first_show")
        void other();
    }
}
