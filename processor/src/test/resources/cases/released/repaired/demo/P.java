package demo;

import dev.klp.annotations.*;

@SuppressWarnings("klp:uncalled-unpatch")
@KlpPatch(sources = "fix.c", states = {@KlpState(name = "swappiness", id = 0x6b6c7001, version = 2), @KlpState(name = "seven", id = 7)})
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();

        @KlpFunc(newFunc = "new_f", sympos = 3)
        void type_show();
    }

    @KlpObject("loop")
    interface Loop {
        @KlpFunc(newFunc = "new_f")
        void loop_release();
    }
}
