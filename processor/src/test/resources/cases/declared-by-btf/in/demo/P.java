package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "typed_count")
    @KlpModuleReloc(symbol = "typed_kind", cName = "kind")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_wide")
        void typed_wide();

        @KlpFunc(newFunc = "new_f")
        void cmdline_proc_show();
    }
}
