package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "nr_thread", declaration = "int nr_thread")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_shwo();

        @KlpFunc(oldName = "zs_get_total_pages", newFunc = "new_f")
        void f();

        @KlpFunc(newFunc = "new_f")
        void frobnicate_quux();
    }

    @KlpObject("loop")
    interface Loop {
        @KlpFunc(newFunc = "new_f")
        void max_parts();
    }
}
