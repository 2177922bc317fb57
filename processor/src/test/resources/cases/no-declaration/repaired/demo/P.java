package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "typed_count")
    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads")
    @KlpModuleReloc(symbol = "version_show", cName = "show", near = "first_show", declaration = "int show(void)")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();
    }
}
