package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", headers = {"linux/mm.h", "linux/sched/signal.h"})
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
