package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = {"fix.c", "", "/etc/passwd", "../fix.c", "a/../fix.c", "./fix.c", "a//fix.c", "fix .c", "$(shell id).c", "a\\fix.c", "-fix.c", "fix.c\n", "ü.c"})
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
