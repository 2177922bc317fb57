package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "saved_command_line", declaration = "char *saved_command_line")
    @KlpModuleReloc(symbol = "do_sysinfo.isra.0", cName = "do_sysinfo", declaration = "int do_sysinfo(void)")
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
