package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        params = {
            @KlpParam(name = "my_limit", type = KlpParam.Type.INT),
            @KlpParam(name = "a", type = KlpParam.Type.INT, permission = 0644),
            @KlpParam(name = "e", type = KlpParam.Type.BOOL, permission = 0664),
            @KlpParam(name = "b", type = KlpParam.Type.BOOL, permission = 0444, description = "one line"),
            @KlpParam(name = "c", type = KlpParam.Type.BOOL, permission = 0640),
            @KlpParam(name = "d", type = KlpParam.Type.BOOL, permission = 0)
        })
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
