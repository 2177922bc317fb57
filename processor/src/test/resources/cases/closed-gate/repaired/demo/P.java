package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject("loop")
    @KlpModuleReloc(symbol = "max_part", declaration = "int max_part")
    interface Loop {
        @KlpFunc(newFunc = "new_f")
        void loop_attr_do_show_backing_file();
    }
}
