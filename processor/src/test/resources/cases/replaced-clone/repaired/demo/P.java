package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @SuppressWarnings("klp:replaced-clone")
        @KlpFunc(oldName = "do_sysinfo.isra.0", newFunc = "new_f")
        void f();
    }
}
