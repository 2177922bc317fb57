package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @SuppressWarnings("klp:sibling-clones")
        @KlpFunc(newFunc = "new_f")
        void copied();
    }
}
