package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c", hooks = @KlpHook(init = "fix_init"))
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
