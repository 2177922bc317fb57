package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "version_show", cName = "show", near = "first_show", declaration = "int show(void)")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", near = "cmdline_proc_show")
        void version_show();
    }
}
