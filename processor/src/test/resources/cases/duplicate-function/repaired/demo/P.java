package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f", sympos = 1)
        void type_show();

        @KlpFunc(oldName = "type_show", sympos = 2, newFunc = "new_f")
        void second();
    }
}
