package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        units = {"fix.c", "fix.h", "../up.c", "gone.c"},
        privateHeaders = "/usr/include/x.h",
        cflags = {"-DX=$(shell id)", "-o", "-DNAME=\"a b\"", "-Wall"},
        importNs = {"two words", ""},
        modinfo = @KlpModinfo(tag = "import_ns", value = "X"))
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
