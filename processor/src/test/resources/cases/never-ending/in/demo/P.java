package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void rest_init();

        @KlpFunc(newFunc = "new_f")
        void kswapd();

        @KlpFunc(newFunc = "new_f")
        void schedule();
    }
}
