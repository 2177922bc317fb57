package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("lop")
    interface Lop {
        @KlpFunc(newFunc = "new_f")
        void loop_attr_do_show_backing_file();
    }

    @KlpObject("xyzzy_frobnicator")
    interface Xyzzy {
        @KlpFunc(newFunc = "new_f")
        void g();
    }
}
