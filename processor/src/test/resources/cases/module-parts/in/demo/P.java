package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        units = {"more.c", "deep/other.c"},
        privateHeaders = "deep/shared.h",
        cflags = {"-DLIMIT=10", "-Wno-unused-variable"},
        importNs = {"USB_STORAGE", "DMA_BUF"},
        params = {
            @KlpParam(name = "limit", type = KlpParam.Type.UINT, permission = 0644, description = "how \"many\""),
            @KlpParam(name = "label", type = KlpParam.Type.CHARP)
        },
        hooks = {
            @KlpHook(init = "first_init", exit = "first_exit"),
            @KlpHook(exit = "second_exit"),
            @KlpHook(init = "third_init")
        })
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "saved_command_line", declaration = "char *saved_command_line")
    interface Vmlinux {
        @KlpFunc(newFunc = "p_cmdline_proc_show")
        void cmdline_proc_show();
    }
}
