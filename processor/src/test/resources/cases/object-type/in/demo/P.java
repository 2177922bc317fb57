package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    enum Vmlinux {
        ONE {
            @Override
            void f() {}
        };

        @KlpFunc(newFunc = "new_f")
        abstract void f();
    }
}
