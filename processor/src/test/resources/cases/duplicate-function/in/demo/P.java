package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void type_show();

        @KlpFunc(oldName = "type_show", sympos = 1, newFunc = "new_f")
        void first();

        @KlpFunc(oldName = "type_show", sympos = 2, newFunc = "new_f")
        void second();

        @KlpFunc(oldName = "second", newFunc = "new_f")
        void other();

        @KlpFunc(oldName = "second", newFunc = "new_f")
        void another();
    }

    @KlpObject("loop")
    interface Loop {
        @KlpFunc(newFunc = "new_f")
        void type_show();
    }
}
