package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "printk", declaration = "int printk(const char *format)")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void version_show();

        @KlpFunc(newFunc = "new_f")
        void meminfo_proc_show();

        @KlpFunc(newFunc = "new_f")
        void frobnicate();
    }

    @KlpObject("loop")
    interface Loop {
        @KlpFunc(newFunc = "new_f")
        void loop_attr_do_show_backing_file();
    }
}
