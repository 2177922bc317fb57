package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("zram")
    interface Zram {
        @SuppressWarnings("klp:live-position")
        @KlpFunc(newFunc = "new_f", sympos = 2)
        void twin();
    }
}
