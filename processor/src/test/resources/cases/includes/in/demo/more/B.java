package demo.more;

import dev.klp.annotations.*;

@KlpPatch(
        name = "second",
        sources = "fix.c",
        headers = "linux/types.h",
        privateHeaders = "b.h",
        hooks = @KlpHook(init = "b_init", exit = "b_exit"),
        cflags = {"-DBOTH", "-DB"})
public interface B {
    @KlpObject(callbacks = @KlpCallbacks(postUnpatch = "b_patched"))
    @KlpModuleReloc(symbol = "saved_command_line", declaration = "char *saved_command_line")
    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads")
    interface Kernel {
        @KlpFunc(newFunc = "b_version")
        void version_proc_show();
    }

    @KlpObject("loop")
    interface Loop {
        @KlpFunc(newFunc = "b_partscan")
        void loop_attr_do_show_partscan();
    }
}
